using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Tests.Json;

/// <summary>A member found in the bytes is the one that the parsed object has.</summary>
public sealed class PlainMembersTests
{
    public static TheoryData<string> Objects =>
    [
        """{"arn":"a"}""", """{"other":1,"arn":"a","more":{"arn":"b"}}""", """{ "arn" : "a" , "x" : [ "arn" ] }""",
        """{"arn":"a","arn":"b"}""", """{"arn":"a","ARN":"b"}""", """{"ARN":"b","arn":"a"}""", """{"ARN":"b"}""", """{"Arn":"b","aRn":"c"}""",
        """{}""", """{"other":"arn"}""", """{"arn":null}""", """{"arn":5}""", """{"arn":{"a":1}}""", """{"\u0061rn":"a"}""",
        """{"arn":"\u0061"}""", """{"arn":"é"}""", """{"årn":"a"}""", """{"arn":""}""", "null", "", "\"\"", "5", "[1]",
        """ "{\"arn\":\"a\"}" """.Trim(),
        "{\"deep\":" + new string('[', 200) + new string(']', 200) + ",\"arn\":\"a\"}",
        "{\"deep\":" + new string('[', 200) + "nonsense" + new string(']', 200) + ",\"arn\":\"a\"}",
        "{\"arn\":\"a\",\"deep\":" + new string('[', 127) + "x" + new string(']', 127) + "}",
        "{\"arn\":\"a\",\"deep\":" + new string('[', 128) + "}" + new string(']', 128) + "}",
    ];

    [Theory]
    [MemberData(nameof(Objects))]
    public void It_is_that_of_the_parsed_object(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var parsed = bytes.Length == 0 ? null : Field.Object(TrailValue.Parse(bytes));

        var answer = PlainMembers.Find(bytes, "arn"u8, out var value);

        Assert.True(answer switch
        {
            PlainMembers.Answer.Found => Equals(Written(TrailValue.Parse(value)), Written(parsed!["arn"])),
            PlainMembers.Answer.Absent => parsed?.Contains("arn") != true,
            _ => true,
        });
        if (answer == PlainMembers.Answer.Found && PlainMembers.Text(value) is { IsEmpty: false } text)
            Assert.Equal(Field.Text(parsed!["arn"]), Encoding.UTF8.GetString(text));
    }

    [Theory]
    [InlineData("""{"arn":"a"}""", PlainMembers.Answer.Found)]
    [InlineData("""{"x":"arn","y":{"arn":1}}""", PlainMembers.Answer.Absent)]
    [InlineData("null", PlainMembers.Answer.Absent)]
    [InlineData("""{"Arn":"a"}""", PlainMembers.Answer.Unknown)]
    [InlineData("""{"\u0061rn":"a"}""", PlainMembers.Answer.Unknown)]
    [InlineData("""{"aſ":"a"}""", PlainMembers.Answer.Unknown)]
    public void What_is_written_plainly_is_told(string json, object expected) =>
        Assert.Equal(expected, PlainMembers.Find(Encoding.UTF8.GetBytes(json), "arn"u8, out _));

    private static string Written(object? value) => value is null ? "" : JsonLine.Write(value);
}
