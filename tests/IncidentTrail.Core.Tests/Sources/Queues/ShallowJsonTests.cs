using System.Text;
using System.Text.Json;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Tests.Sources.Queues;

public sealed class ShallowJsonTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[]}""", """{"a":1,"b":[]}""")]
    [InlineData(""" {"a":{"b":[1,{"c":2}],"d":"é"},"e":[{}, 7]} """, """ {"a":{"b":null,"d":"é"},"e":[null, 7]} """)]
    [InlineData("""{"a":[{"x":1},[2]]}""", """{"a":[null,null]}""")]
    [InlineData("7", "7")]
    public void What_lies_deeper_is_null(string json, string shallow) =>
        Assert.Equal(shallow, Encoding.UTF8.GetString(ShallowJson.Of(json, 2).Span));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"a":[[[1,]]]}""")]
    [InlineData("""{"a":[[[1]]}""")]
    [InlineData("{} {}")]
    public void What_is_no_JSON_is_refused_also_where_it_lies_deeper(string text) =>
        Assert.ThrowsAny<JsonException>(() => ShallowJson.Of(text, 2));

    [Fact]
    public void What_is_nested_as_deeply_as_a_message_is_long_comes_to_a_few_levels()
    {
        const int depth = 500_000;
        var nested = $$"""{"detail":{{new string('[', depth)}}{{new string(']', depth)}},"last":1}""";

        using var document = JsonDocument.Parse(ShallowJson.Of(nested, 16));

        Assert.Equal(1, document.RootElement.GetProperty("last").GetInt32());
    }
}
