namespace IncidentTrail.Tests.Sources;

/// <summary>What is taken for JSON in the place of a path, and what for a path.</summary>
public sealed class JsonAssemblyTests
{
    [Theory]
    [InlineData("{", true, true)]
    [InlineData("  {\"Records\":", true, true)]
    [InlineData("[", true, true)]
    [InlineData("trail.json", true, false)]
    [InlineData("{\"Records\":[]}", false, true)]
    [InlineData(" { \"eventID\": 1}", false, true)]
    [InlineData("\u001B[1;39m{\u001B[0m", true, true)]
    [InlineData("\u001E{\"a\":1}", false, true)]
    [InlineData("[ {\"eventID\": 1}]", false, true)]
    [InlineData("[]", false, true)]
    [InlineData("[ab]1*.json", false, false)]
    [InlineData("[0-9]*", false, false)]
    [InlineData("{trail}.json", false, false)]
    [InlineData("'{\"eventID\": \"1\"}'", true, true)]
    [InlineData("b'{\"eventID\": \"1\"}'", false, true)]
    [InlineData("'trail'.json", true, false)]
    public void A_text_begins_as_json_or_as_a_path(string text, bool isLine, bool expected) =>
        Assert.Equal(expected, JsonAssembly.Begins(text, isLine));
}
