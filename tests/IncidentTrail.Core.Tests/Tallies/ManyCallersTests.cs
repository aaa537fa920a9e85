using IncidentTrail.Tallies;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Tallies;

public sealed class ManyCallersTests
{
    private const int Seed = 20261129;

    [Theory]
    [InlineData(1, 400)]
    [InlineData(40, 2_000)]
    [InlineData(1_500, 4_000)]
    public void Each_caller_has_what_its_own_events_tell(int callers, int records)
    {
        var random = new Random(Seed + callers);
        var written = Enumerable.Range(0, records).Select(_ => Record(random, random.Next(callers)));
        var events = LogReading.Read(string.Join("\n", written)).Events;
        var tally = new CallerTally();
        foreach (var one in events)
            tally.Add(one);

        var summaries = tally.Summarize();

        Assert.Equal(events.GroupBy(one => one.Caller.PrincipalId).Select(Told).Order(), summaries.Select(Told).Order());
    }

    // Whatever describes a caller comes from its latest event, and all its events tell of keys.
    private static string Told(IGrouping<string?, TrailEvent> events)
    {
        var latest = events.MaxBy(one => one.EventTimeUtc)!.Caller;
        return Line(
            latest.Name, latest.AccountId, latest.SourceIdentity, latest.Arn,
            events.Min(one => one.EventTimeUtc), events.Max(one => one.EventTimeUtc), events.Count(),
            Distinct(events.Select(one => one.Caller.AccessKeyId)), Distinct(events.Select(one => one.SourceIPAddress)),
            Distinct(events.Select(one => one.UserAgent)), Distinct(events.Select(one => one.EventName)));
    }

    private static string Told(TrailCallerSummary caller) => Line(
        caller.Name, caller.AccountId, caller.SourceIdentity, caller.Arn, caller.FirstSeenUtc, caller.LastSeenUtc, (int)caller.EventCount,
        string.Join(' ', caller.AccessKeyIds), string.Join(' ', caller.SourceIPAddresses),
        string.Join(' ', caller.UserAgents), string.Join(' ', caller.EventNames));

    private static string Line(params object?[] told) => string.Join('|', told);

    private static string Distinct(IEnumerable<string?> texts) =>
        string.Join(' ', texts.Where(text => !string.IsNullOrEmpty(text)).Distinct().Order(StringComparer.Ordinal));

    private static string Record(Random random, int caller)
    {
        // No two at one time: then it would not be told which of them describes the caller.
        var time = new DateTime(2026, 3, 10, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next(100_000_000));
        var name = random.Next(2) == 0 ? "ListContacts" : "GetIncidentRecord";
        var key = random.Next(4) switch
        {
            0 => "",
            1 => "\"accessKeyId\":\"\",",
            var i => $"\"accessKeyId\":\"ASIA{(caller % 3 == 0 ? 0 : random.Next(i * 9))}\",",
        };
        return $$"""
            {"eventTime":"{{time:yyyy-MM-ddTHH:mm:ssZ}}","eventSource":"ssm-incidents.amazonaws.com","eventName":"{{name}}",
            "recipientAccountId":"111122223333","eventID":"{{Guid.NewGuid()}}",
            "sourceIPAddress":"10.{{caller % 7}}.{{random.Next(6)}}.{{random.Next(1, 9)}}",
            "userAgent":"agent/{{random.Next(caller % 5 + 1)}}",
            "userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLE:s{{caller}}",
            "arn":"arn:aws:sts::111122223333:assumed-role/{{(random.Next(9) == 0 ? "renamed" : "deploy")}}/s{{caller}}",{{key}}"accountId":"111122223333",
            "sessionContext":{"sourceIdentity":"{{new string('š', random.Next(3) * random.Next(60))}}"} } }
            """.ReplaceLineEndings("");
    }
}
