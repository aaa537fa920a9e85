using IncidentTrail.PowerShell;
using IncidentTrail.PowerShell.Completion;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>What Tab remembers: the values of the last answers, the newest first, so many of them.</summary>
public sealed class SeenValuesTests
{
    [Fact]
    public void The_newest_values_are_remembered_the_newest_first()
    {
        const int given = 3 * CmdletLimits.ValuesRemembered + 7;
        foreach (var trailEvent in Events([.. Enumerable.Range(0, given), 5, given - 2]))
            SeenValues.Note(trailEvent);

        var seen = SeenValues.Of(nameof(TrailEvent.CallerName)).Select(s => s.Value).ToList();

        int[] expected = [given - 2, 5, given - 1, .. Enumerable.Range(1, CmdletLimits.ValuesRemembered - 3).Select(i => given - 2 - i)];
        Assert.Equal(expected.Select(NameOf), seen);
    }

    [Fact]
    public void A_value_is_told_of_as_the_last_answer_did()
    {
        foreach (var trailEvent in Events([1_000_001, 1_000_002, 1_000_001], ["111122223333", "111122223333", "444455556666"]))
            SeenValues.Note(trailEvent);

        var seen = SeenValues.Of(nameof(TrailEvent.CallerName)).Take(2).ToList();

        Assert.Equal([NameOf(1_000_001), NameOf(1_000_002)], seen.Select(s => s.Value));
        Assert.EndsWith("444455556666", seen[0].ToolTip, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_events_that_nobody_asked_of_the_latest_are_held_and_large_ones_are_read_at_once()
    {
        var (few, large) = (Events([2_000_001]), Events([2_000_002], agent: new string('a', CmdletLimits.LargestUnread)));
        var rest = Events([.. Enumerable.Repeat(2_000_003, CmdletLimits.EventsUnread)]);
        foreach (var trailEvent in few.Concat(large).Concat(rest))
            SeenValues.Note(trailEvent);

        var seen = SeenValues.Of(nameof(TrailEvent.CallerName)).Select(s => s.Value).ToList();

        Assert.Equal([NameOf(2_000_003), NameOf(2_000_002)], seen.Take(2));
        Assert.DoesNotContain(NameOf(2_000_001), seen);
    }

    [Fact]
    public void What_was_read_at_once_is_newer_than_what_came_before_it_and_is_read_later()
    {
        var small = Events([3_000_001, 3_000_002], ["111122223333", "111122223333"]);
        var large = Events([3_000_001], ["444455556666"], new string('a', CmdletLimits.LargestUnread));
        foreach (var trailEvent in small.Concat(large))
            SeenValues.Note(trailEvent);

        var seen = SeenValues.Of(nameof(TrailEvent.CallerName)).Take(2).ToList();

        Assert.Equal([NameOf(3_000_001), NameOf(3_000_002)], seen.Select(s => s.Value));
        Assert.EndsWith("444455556666", seen[0].ToolTip, StringComparison.Ordinal);
    }

    private static string NameOf(int number) => $"somebody-{number}";

    private static IEnumerable<TrailEvent> Events(int[] callers, string[]? accounts = null, string agent = "aws-cli")
    {
        var records = callers.Select((caller, i) => $$"""
            {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","userName":"{{NameOf(caller)}}","accountId":"{{accounts?[i] ?? "111122223333"}}"},
            "eventTime":"2026-01-02T03:04:05Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"GetIncidentRecord","userAgent":"{{agent}}","eventID":"{{i}}"}
            """);
        var session = new TrailSession(new TrailQuery(), new TrailCoverage());
        return session.ReadAsync(new TextSource([$$"""{"Records":[{{string.Join(',', records)}}]}"""]), default).ToBlockingEnumerable().SelectMany(batch => batch.Events);
    }
}
