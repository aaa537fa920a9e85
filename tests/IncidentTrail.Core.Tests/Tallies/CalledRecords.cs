using IncidentTrail.Tallies;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Tallies;

/// <summary>Records of callers on one day, and what a tally makes of them.</summary>
internal static class CalledRecords
{
    internal const string OtherAccount =
        """{"type":"AWSAccount","principalId":"AROAEXAMPLEEXAMPLE01:alice","accountId":"111122223333"}""";

    internal static IReadOnlyList<TrailCallerSummary> Tally(params string[] records)
    {
        var answer = LogReading.Read(string.Join("\n", records));
        Assert.Equal(records.Length, answer.Events.Count);
        var tally = new CallerTally();
        foreach (var trailEvent in answer.Events)
            tally.Add(trailEvent);
        return tally.Summarize();
    }

    internal static string Record(string? clock, string identity, string name = "ListContacts", string? more = null)
    {
        var time = clock is null ? "null" : $"\"2026-03-10T{clock}:00Z\"";
        var source = more?.Contains("eventSource", StringComparison.Ordinal) == true
            ? "" : $"\"eventSource\":\"{SourceOf(name)}\",";
        var account = more?.Contains("recipientAccountId", StringComparison.Ordinal) == true
            ? "" : "\"recipientAccountId\":\"111122223333\",";
        return $"{{\"eventTime\":{time},{source}\"eventName\":\"{name}\",{account}\"eventID\":\"{Guid.NewGuid()}\","
            + $"\"userIdentity\":{identity.ReplaceLineEndings("")}{(more is null ? "" : "," + more)}}}";
    }

    private static string SourceOf(string name) =>
        TrailActions.All.First(action => action.EventName == name).EventSource;

    internal static DateTime At(string clock) =>
        DateTimeOffset.Parse($"2026-03-10T{clock}:00Z", System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
