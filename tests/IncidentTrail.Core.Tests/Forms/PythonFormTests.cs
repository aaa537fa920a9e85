using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentTrail.Tests.Logs;
using static IncidentTrail.Tests.Forms.TwelveRecords;

namespace IncidentTrail.Tests.Forms;

/// <summary>What Python printed is read whatever stands in its texts: a double quote or a bracket ends nothing there.</summary>
public sealed class PythonFormTests
{
    private static readonly string[] s_titles = ["plain", "a \" b", "a ] b", "{", "it's \"both\" )", "\\", "caf\u00e9 \\\" {x} ]", "two\nlines"];

    [Theory]
    [InlineData("lines")]
    [InlineData("list")]
    [InlineData("log file")]
    [InlineData("pretty")]
    [InlineData("answer")]
    [InlineData("texts")]
    [InlineData("text lines")]
    [InlineData("bytes")]
    [InlineData("messages")]
    public void Every_record_is_read_as_it_was_printed(string form)
    {
        foreach (var title in s_titles)
        {
            var records = All.Select(r => Titled(r, title)).ToList();

            var answer = LogReading.Read(Print(form, records));

            Assert.True(answer.Notices.Count == 0, $"{title}: {string.Join("; ", answer.Notices)}");
            Assert.Equal((12, 0, true), (answer.Coverage.RecordsRead, answer.Coverage.RecordsInvalid, answer.Coverage.IsComplete));
            Assert.Equal(LogReading.Read($"[{string.Join(",", records)}]").Events.Select(Describe), answer.Events.Select(Describe));
            Assert.All(answer.Events, e => Assert.Equal(title, ((TrailObject)e.RequestParameters!)["title"]));
        }
    }

    [Fact]
    public void What_is_cut_is_told_and_what_came_before_is_given()
    {
        var printed = Print("lines", [.. All.Select(r => Titled(r, "a \" b"))]);

        var answer = LogReading.Read(printed[..^40]);

        Assert.Equal((11, false), (answer.Events.Count, answer.Coverage.IsComplete));
        Assert.Equal(1, answer.Coverage.RecordsInvalid);
    }

    private static string Print(string form, List<string> records) => form switch
    {
        "lines" => string.Join("\n", records.Select(r => Python(Node(r)))),
        "list" => $"[{string.Join(", ", records.Select(r => Python(Node(r))))}]",
        "log file" => $"{{'Records': [{string.Join(", ", records.Select(r => Python(Node(r))))}]}}",
        // As pprint breaks what is longer than a line.
        "pretty" => $"[{string.Join(",\n ", records.Select(r => Python(Node(r)).Replace("aws-cli/2.15", "aws-'\n  'cli/2.15")))}]",
        // As boto3 answers lookup_events.
        "answer" => $"{{'Events': [{string.Join(", ", records.Select(r => $"{{'EventTime': datetime.datetime(2026, 3, 10, 14, 2, tzinfo=tzlocal()), 'CloudTrailEvent': {Text(r)}}}"))}], 'ResponseMetadata': {{'HTTPStatusCode': 200}}}}",
        "texts" => $"[{string.Join(", ", records.Select(Text))}]",
        "text lines" => string.Join("\n", records.Select(Text)),
        "bytes" => string.Join("\n", records.Select(r => "b" + Text(r).Replace("\u00e9", "\\xc3\\xa9"))),
        _ => $"[{string.Join(",", records.Select(r => $$"""{"timestamp":1,"message":{{Quoted(Python(Node(r)))}} }"""))}]",
    };

    private static string Titled(string record, string title)
    {
        var node = Node(record);
        node["requestParameters"]!["title"] = title;
        return node.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static string Python(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(", ", members.Select(m => $"'{m.Key}': {Python(m.Value)}")) + "}",
        JsonArray items => "[" + string.Join(", ", items.Select(Python)) + "]",
        null => "None",
        _ when node.GetValueKind() == JsonValueKind.String => Text(node.ToString()),
        _ when node.GetValueKind() is JsonValueKind.True or JsonValueKind.False => node.ToString() == "true" ? "True" : "False",
        _ => node.ToJsonString(),
    };

    // As Python's repr: in double quotes only where single ones alone stand in it.
    private static string Text(string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var escaped = new StringBuilder(text).Replace("\\", "\\\\").Replace("\n", "\\n").Replace(quote.ToString(), "\\" + quote);
        return quote + escaped.ToString() + quote;
    }

    private static string Describe(TrailEvent e) =>
        $"{e.EventId} {e.EventName} {e.EventTimeUtc:s} {e.AwsRegion} {e.AccountId} {e.Caller.Kind} {e.CallerName} {e.Caller.Arn} {e.UserAgent}";
}
