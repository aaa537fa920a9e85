using System.Globalization;

namespace IncidentTrail.Sources.History;

/// <summary>The part of a query's window that Event history can answer. It holds the last 90 days.</summary>
internal sealed record HistoryWindow
{
    private HistoryWindow(DateTime? startUtc, DateTime? endUtc, bool isEmpty, string? warning)
    {
        StartUtc = startUtc;
        EndUtc = endUtc;
        IsEmpty = isEmpty;
        Warning = warning;
    }

    /// <summary>The first instant asked for, in UTC; null where the query has none: then everything held is read.</summary>
    public DateTime? StartUtc { get; }

    /// <summary>The end, exclusive, in UTC; null where the query has none.</summary>
    public DateTime? EndUtc { get; }

    /// <summary>True where the whole window is older than what is held: there is nothing to ask.</summary>
    public bool IsEmpty { get; }

    /// <summary>What was cut off, in one sentence, or null.</summary>
    public string? Warning { get; }

    /// <summary>Cuts a query's window. The result stays the same however long the reading takes.</summary>
    public static HistoryWindow Of(TrailQuery query, DateTime utcNow)
    {
        var oldest = utcNow - EngineLimits.HistoryReach;
        if (query.EndTimeUtc <= oldest)
        {
            return new HistoryWindow(query.StartTimeUtc, query.EndTimeUtc, true, Text(
                $"Event history holds the last {EngineLimits.HistoryReach.TotalDays:0} days, and the window ends before that (at {query.EndTimeUtc:u}): nothing was asked. A trail's bucket is the place to look: use -BucketName or -TrailName."));
        }

        if (query.StartTimeUtc < oldest)
        {
            return new HistoryWindow(oldest, query.EndTimeUtc, false, Text(
                $"Event history holds the last {EngineLimits.HistoryReach.TotalDays:0} days: events before {oldest:u} are not in this answer. A trail's bucket is the place to look: use -BucketName or -TrailName."));
        }

        return new HistoryWindow(query.StartTimeUtc, query.EndTimeUtc, query.EndTimeUtc <= query.StartTimeUtc, null);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
