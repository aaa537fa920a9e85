using System.Text;
using IncidentTrail.Tests.Logs;
using static IncidentTrail.Tests.Forms.TwelveRecords;

namespace IncidentTrail.Tests.Forms;

/// <summary>Text on a record's line that can be no part of a record costs nothing; whatever may have been one is an error.</summary>
public sealed class TextBesideTests
{
    // Above several windows.
    private const int Many = 600;

    private static readonly string[] s_reference = [.. LogReading.Read(LogFile).Events.Select(e => $"{e.EventId}")];

    public static TheoryData<string, string> Lines => new()
    {
        { "key\t", "" }, { "0|", "" }, { "14:02:00 ", "" }, { "trail-0\t2026-03-10\t", "\tIncident\t3" },
        { "INSERT INTO trail VALUES (1, '", "');" }, { "INFO ", "" }, { "[main] INFO - ", "" }, { "[2026-03-10 14:02:00] ", " done" },
        { "2026-03-10T14:02:00Z [main] INFO ", "" }, { "", " # note" }, { "key: ", "\r" }, { "a\u00E9 = ", ";" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_record_is_read_and_the_answer_is_complete(string before, string behind)
    {
        foreach (var text in new[] { Each(r => before + r + behind, "\n"), Each(r => before + r + behind + "\n\n", "") })
        {
            var answer = LogReading.Read(text);

            Assert.Empty(answer.Notices);
            Assert.Equal(s_reference, answer.Events.Select(e => $"{e.EventId}"));
            Assert.Equal((12, 0, true), (answer.Coverage.RecordsRead, answer.Coverage.RecordsInvalid, answer.Coverage.IsComplete));
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Wherever_a_window_ends(string before, string behind)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < Many; i++)
            lines.Append(before).Append(Numbered(i)).Append(behind).Append('\n');

        var answer = LogReading.Read(lines.ToString());

        Assert.Empty(answer.Notices);
        Assert.Equal((Many, true), (answer.Events.Count, answer.Coverage.IsComplete));
    }

    [Fact]
    public void A_line_of_its_own_that_may_have_been_a_record_is_an_error_wherever_a_window_ends()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < Many; i++)
            lines.Append("key\t").Append(Numbered(i)).Append("\nxxxxxxxxxxxx\n");

        var answer = LogReading.Read(lines.ToString());

        Assert.Equal((Many, false), (answer.Events.Count, answer.Coverage.IsComplete));
        Assert.Equal(Many, answer.Coverage.RecordsInvalid);
    }

    [Theory]
    [InlineData("key\t\"eventVersion\":\"1.08\"}")]
    [InlineData("key\teventVersion\"}")]
    [InlineData("key\t}")]
    [InlineData("key\t\u0001\u0002")]
    [InlineData("[]\tx\n")]
    public void What_may_be_the_rest_of_a_record_is_an_error(string rest)
    {
        var answer = LogReading.Read($"key\t{All[0]}\n{rest}\nkey\t{All[1]}\n");

        Assert.Equal((2, false), (answer.Events.Count, answer.Coverage.IsComplete));
        Assert.True(answer.Coverage.RecordsInvalid > 0);
    }

    [Fact]
    public void A_record_that_is_cut_behind_its_key_is_one_error()
    {
        var answer = LogReading.Read($"key\t{All[0]}\nkey\t{All[1][..^30]}\nkey\t{All[2]}\n");

        Assert.Equal((2, 1, false), (answer.Events.Count, answer.Coverage.RecordsInvalid, answer.Coverage.IsComplete));
    }

    [Theory]
    [InlineData("2026-03-10T14:02:00Z ")]
    [InlineData("key\t")]
    public void What_python_printed_is_read_behind_it_whatever_its_texts_hold(string before)
    {
        var printed = Each(r => before + r.Replace("'", "", StringComparison.Ordinal).Replace('"', '\'')
            .Replace("true", "True").Replace("false", "False").Replace("null", "None").Replace("aws-cli/", "a \" b ] aws-cli/"), "\n");

        var answer = LogReading.Read(printed);

        Assert.Empty(answer.Notices);
        Assert.Equal(s_reference, answer.Events.Select(e => $"{e.EventId}"));
        Assert.True(answer.Coverage.IsComplete);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"a {1}\"\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 200 \r\nserver: x\r\n\r\n", true)]
    [InlineData("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-1/2\r\n\r\n", false)]
    public void The_headers_of_an_answer_are_nothing(string headers, bool isComplete)
    {
        var answer = LogReading.Read(headers + LogFile);

        Assert.Equal(s_reference, answer.Events.Select(e => $"{e.EventId}"));
        Assert.Equal(isComplete, answer.Coverage.IsComplete);
        Assert.Equal(isComplete, answer.Notices.Count == 0);
    }

    [Fact]
    public void A_message_with_a_word_before_its_record_is_not_passed_over()
    {
        var answer = LogReading.Read(FormCorpus.LogEvent("INFO " + All[0]));

        Assert.Equal(s_reference[0], Assert.Single(answer.Events).EventId);
    }

    [Fact]
    public void Lines_in_the_pipeline_are_text_and_no_paths() => Assert.True(JsonAssembly.Begins("key\t" + All[0], isLine: true));

    [Fact]
    public void A_file_of_such_lines_is_a_log_whatever_its_name() =>
        Assert.True(IncidentTrail.Sources.Places.LogSniff.BeginsAsLog(Encoding.UTF8.GetBytes("key\t" + All[0])));

    [Theory]
    [InlineData(30, true)]
    [InlineData(1000, false)]
    public void Text_far_from_any_record_of_its_line_is_no_text_beside_one(int columns, bool isComplete)
    {
        var between = string.Concat(Enumerable.Repeat("[1] ", columns));

        foreach (var line in new[] { $"{All[0]} {between}\n{All[1]}\n", $"{All[0]}\n1 {between}{All[1]}\n" })
        {
            var answer = LogReading.Read(line);

            Assert.Equal((2, isComplete), (answer.Events.Count, answer.Coverage.IsComplete));
            Assert.Equal(isComplete, answer.Coverage.RecordsInvalid == 0);
        }
    }

    private static string Numbered(int i) => All[0].Replace("00000000-0000-0000-0000-000000000000", $"{i:D8}-0000-0000-0000-{i:D12}", StringComparison.Ordinal);
}
