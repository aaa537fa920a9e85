using System.Collections;
using System.Globalization;
using IncidentTrail.PowerShell.Completion;
using IncidentTrail.Times;

namespace IncidentTrail.PowerShell;

/// <summary>
/// Completes a time: where incidents of the last answers began, then instants around now, as people say them and as ISO text. An
/// end is offered behind the start that is typed, too.
/// </summary>
public sealed class TimeCompleter : ListCompleter
{
    private static readonly (string Text, string Words, bool AsIso)[] s_back =
    [
        ("1h", "an hour ago", true), ("6h", "6 hours ago", false), ("1d", "a day ago", false),
        ("today", "midnight, as today began", true), ("yesterday", "midnight, as yesterday began", true),
        ("7d", "7 days ago", true), ("30d", "30 days ago", false),
    ];

    private static readonly (string Text, string Words)[] s_lengths = [("1h", "an hour"), ("6h", "6 hours"), ("1d", "a day")];

    /// <inheritdoc/>
    protected override IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound) => [];

    private protected override IEnumerable<(string Value, string ToolTip)> ValuesOf(string parameter, IDictionary bound)
    {
        var now = DateTime.UtcNow;
        var offered = parameter switch
        {
            "Until" => After(now, "from now"),
            "EndTime" => Behind(bound, now).Concat(Back(now, isEnd: true)),
            _ => SeenValues.Of(nameof(TrailIncident.StartTime)).Concat(Back(now, isEnd: false)),
        };
        return offered.DistinctBy(one => one.Value);
    }

    private static IEnumerable<(string Value, string ToolTip)> Back(DateTime now, bool isEnd)
    {
        var times = s_back.Select(one => (one.Text, one.Words, one.AsIso, Iso: Iso(Parsed(one.Text, now, isEnd)!.Value))).ToList();
        return times.Select(one => (one.Text, $"{one.Words}: {one.Iso}"))
            .Concat(times.Where(one => one.AsIso).Select(one => (one.Iso, one.Words)));
    }

    private static IEnumerable<(string Value, string ToolTip)> Behind(IDictionary bound, DateTime now) =>
        Texts(bound, "StartTime").Select(text => Parsed(text, now, isEnd: false)).OfType<DateTime>()
            .SelectMany(start => After(start, "after the start")).Where(one => Parsed(one.Value, now, isEnd: true) <= now);

    private static IEnumerable<(string Value, string ToolTip)> After(DateTime from, string what)
    {
        foreach (var (text, words) in s_lengths)
        {
            if (TrailTimeText.TryParseSpan(text, out var span, out _) && from <= DateTime.MaxValue - span)
                yield return (Iso(from + span), $"{words} {what}");
        }
    }

    private static DateTime? Parsed(string text, DateTime now, bool isEnd) =>
        TrailTimeText.TryParseArgument(text, now, TimeZoneInfo.Local, out var time, out _, isEnd) ? time : null;

    // To the minute, and with its offset: in a history it means the same wherever it is run again.
    private static string Iso(DateTime utc) =>
        new DateTimeOffset(utc).ToLocalTime().ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
}
