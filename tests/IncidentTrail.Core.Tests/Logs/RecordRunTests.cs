using System.Text;

namespace IncidentTrail.Tests.Logs;

/// <summary>Records that follow each other at once are taken as those are between which something stands.</summary>
public sealed class RecordRunTests
{
    private const int Seed = 20260310;

    private static readonly string[] s_odd =
    [
        "\"", "{", "}", "[", "]", ",", ":", "\\", "\\\"", "\\u0041", "\\x", "\n", " ", "\u0001", "null", "1", "}}", "{}", "\"x\":1,", "},{", "}{",
        "\"eventID\":\"twice\",", "\"userIdentity\":\"{type=Root}\",", "\u00e9",
    ];

    [Fact]
    public void A_list_whose_records_follow_at_once_reads_as_one_with_spaces_between()
    {
        var records = LogReading.ReadSource(new FileSource([Path.Combine(Repository.Root, "tests", "data", "trail")])).Events.Select(e => e.Json).ToList();
        var random = new Random(Seed);
        var (broken, whole) = (0, 0);
        for (var run = 0; run < 3000; run++)
        {
            // Few: of long content it is chance how much of it is looked at in one go once something was broken.
            var some = Enumerable.Range(0, random.Next(1, 5)).Select(_ => records[random.Next(records.Count)]).ToArray();
            for (var changes = random.Next(3); changes > 0; changes--)
            {
                ref var changed = ref some[random.Next(some.Length)];
                var at = random.Next(changed.Length);
                changed = changed[..at] + s_odd[random.Next(s_odd.Length)] + changed[Math.Min(at + random.Next(3), changed.Length)..];
            }

            var apart = Say(LogReading.Read($"{{\"Records\":[{string.Join(", ", some)}]}}"));
            var together = Say(LogReading.Read($"{{\"Records\":[{string.Join(',', some)}]}}"));

            Assert.Equal(apart, together);
            broken += together.Contains("invalid 0", StringComparison.Ordinal) ? 0 : 1;
            whole += together.Contains("invalid 0", StringComparison.Ordinal) ? 1 : 0;
        }
        Assert.True(broken > 200 && whole > 200, $"{broken} {whole}");
    }

    [Fact]
    public void Every_record_of_a_list_longer_than_a_window_is_taken_once_and_in_order()
    {
        var log = string.Join(',', Enumerable.Range(0, 2000).Select(i =>
            $"{{\"eventVersion\":\"1.08\",\"eventID\":\"{i}\",\"eventName\":\"N\",\"requestParameters\":{{\"text\":\"{new string('x', i * 7 % 1000)}{(i % 50 == 0 ? "\\n\\\"" : "")}{(i % 333 == 0 ? new string('y', 40_000) : "")}\"}}}}"));

        var answer = LogReading.Read($"{{\"Records\":[{log}]}}");

        Assert.Equal(Enumerable.Range(0, 2000).Select(i => $"{i}"), answer.Events.Select(e => e.EventId));
        Assert.Equal(0, answer.Coverage.RecordsInvalid);
    }

    private static string Say(LogReading.LogAnswer answer)
    {
        var text = new StringBuilder();
        foreach (var found in answer.Events)
            text.AppendLine($"{found.Index} {found.EventId} {found.EventName} {found.Json}");
        foreach (var fault in answer.Coverage.Faults)
            text.AppendLine(fault.Message);
        return text.Append($"read {answer.Coverage.RecordsRead} invalid {answer.Coverage.RecordsInvalid}").ToString();
    }
}
