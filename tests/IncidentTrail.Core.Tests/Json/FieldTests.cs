using IncidentTrail.Json;

namespace IncidentTrail.Tests.Json;

public sealed class FieldTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("\"\"", null)]
    [InlineData("1", null)]
    [InlineData("null", null)]
    public void A_flag_is_read_from_a_boolean_or_its_text(string json, bool? expected) =>
        Assert.Equal(expected, Field.Flag(ParsedJson.Value(json)));

    [Theory]
    [InlineData("\"111122223333\"", "111122223333")]
    [InlineData("111122223333", "111122223333")]
    [InlineData("\"\"", null)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void A_text_is_read_from_text_or_number(string json, string? expected) =>
        Assert.Equal(expected, Field.Text(ParsedJson.Value(json)));

    [Theory]
    [InlineData("""{"a":"x"}""")]
    [InlineData("""
        "{\"a\":\"x\"}"
        """)]
    public void An_object_is_read_also_from_JSON_inside_text(string json) =>
        Assert.Equal("x", Field.Text(ParsedJson.Value(json), "a"));

    [Theory]
    [InlineData("""[{"a":"x"},{"a":"y"}]""", "x,y")]
    [InlineData("""{"a":"x"}""", "x")]
    [InlineData("""
        " [{\"a\":\"x\"}]"
        """, "x")]
    [InlineData("""
        "{\"a\":\"x\"}"
        """, "x")]
    [InlineData("""[null,3,"no"]""", ",,")]
    [InlineData("\"[broken\"", "")]
    [InlineData("null", "")]
    [InlineData("3", "")]
    public void A_list_is_read_also_from_text_and_from_the_one_object_of_it(string json, string expected) =>
        Assert.Equal(expected, string.Join(',', Field.List(ParsedJson.Value(json)).Select(item => Field.Text(item, "a"))));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"{broken\"")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_no_object_has_no_members(string json) => Assert.Null(Field.Of(ParsedJson.Value(json), "a"));
}
