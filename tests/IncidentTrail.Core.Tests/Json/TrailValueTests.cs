using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Tests.Json;

public sealed class TrailValueTests
{
    [Theory]
    [InlineData("1", 1L)]
    [InlineData("-7", -7L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("3000000000", 3000000000L)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("null", null)]
    [InlineData("\"\"", "")]
    [InlineData(" \"plan\" ", "plan")]
    public void A_simple_value_has_the_type_people_script_with(string json, object? expected) =>
        Assert.Equal(expected, Parse(json));

    [Theory]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("0.1", "0.1")]
    [InlineData("1.50", "1.50")]
    [InlineData("8.3E-4", "0.00083")]
    [InlineData("1e3", "1000")]
    [InlineData("0e-5", "0.00000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("1.500000000000000000000000000000000000", "1.5000000000000000000000000000")]
    public void A_number_that_a_decimal_holds_exactly_is_one(string json, string expected)
    {
        var number = Assert.IsType<decimal>(Parse(json));

        Assert.Equal(expected, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.12345678901234567890123456789012")]
    [InlineData("1e-30")]
    [InlineData("1e999")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    public void A_number_that_would_lose_digits_stays_as_written(string json) => Assert.Equal(json, Parse(json));

    // DuckDB 1.5.6 makes days, times and ids of most of these, 3 October of the first
    // (findings/duckdb-days-of-a-column-in-two-orders.sh).
    [Theory]
    [InlineData("03-10-2026")]
    [InlineData("03-10-26")]
    [InlineData("9:30")]
    [InlineData("2026-3-1")]
    [InlineData("2026-03-10T14:02:00+09:00")]
    [InlineData("6FCFEDE9-1234-4E55-9E01-5A1C2B3D4E5F")]
    [InlineData("012345678901")]
    public void A_text_stays_as_written_whatever_it_looks_like(string text) => Assert.Equal(text, Parse($"\"{text}\""));

    [Fact]
    public void An_array_keeps_the_types_of_its_items() =>
        Assert.Equal(new object?[] { 1L, "two", 3.5m, null, true }, Parse("""[1,"two",3.5,null,true]"""));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":1}x")]
    [InlineData("arn:aws:iam::111122223333:root")]
    [InlineData("{'a':1}")]
    [InlineData("[1,]")]
    public void Text_that_is_no_JSON_comes_back_as_it_is(string text) => Assert.Equal(text, Parse(text));

    [Fact]
    public void An_object_nested_in_text_stays_text() =>
        Assert.Equal("""{"a":1}""", Member("""{"rawData":"{\"a\":1}"}""", "rawData"));

    [Theory]
    [InlineData(100)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(100_000)]
    public void Deep_nesting_is_read_without_exhausting_the_stack(int depth)
    {
        var value = Parse(new string('[', depth) + new string(']', depth));

        var levels = 0;
        while (value is object?[] items)
            (value, levels) = (items.FirstOrDefault(), levels + 1);
        Assert.Equal(Math.Min(depth, HostileLimits.DeepestObject), levels);
    }

    [Fact]
    public void What_lies_deeper_than_the_limit_is_its_JSON_text()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 514)) + "1" + new string('}', 514);

        var value = Parse(json);
        for (var i = 0; i < HostileLimits.DeepestObject; i++)
            value = Assert.IsType<TrailObject>(value)["a"];

        Assert.Equal("""{"a":{"a":1}}""", value);
    }

    [Fact]
    public void Bytes_that_are_no_text_do_not_fail()
    {
        var value = TrailValue.Parse([.. "{\"a\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8]);

        Assert.Equal("\uFFFD(\uFFFD", Assert.IsType<TrailObject>(value)["a"]);
    }

    [Fact]
    public void A_value_written_on_one_line_reads_back_the_same()
    {
        const string Json = """{"title":"Bücher & <Söhne>","impact":2,"ratio":0.25,"items":[1,{"a":null}],"on":true}""";

        Assert.Equal(Json, Parse(Json)!.ToString());
    }

    [Fact]
    public void Any_mutation_of_a_document_gives_a_value_or_its_text()
    {
        const int Seed = 20260102;
        var random = new Random(Seed);
        var document = Encoding.UTF8.GetBytes(
            """{"a":[1,2.5,"x\u00e9\ud83d\ude00"],"b":{"c":null,"d":true},"e":"\\ \" \/","f":-1.2e+10}""");
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = document.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            var value = TrailValue.Parse(bytes);

            Assert.True(value is TrailObject or string, $"seed {Seed}, round {round}");
        }
    }

    private static object? Parse(string json) => TrailValue.Parse(Encoding.UTF8.GetBytes(json));

    private static object? Member(string json, string name) => Assert.IsType<TrailObject>(Parse(json))[name];
}
