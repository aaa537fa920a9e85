using System.Globalization;

namespace IncidentTrail.Sql;

/// <summary>
/// The window as a condition on <c>eventtime</c>, which is text. What is not written as CloudTrail writes it, or is no time for
/// the engine, comes back: one bad row neither ends the query nor is lost.
/// </summary>
internal sealed class TimeCondition(TrailQuery query, TrailTable table)
{
    private const string Form = "____-__-__T__:__:__Z";

    /// <summary>The instant of a row, null where it is not written as usual; null where the table has no time.</summary>
    internal static string? Instant(TrailTable table) => table.Text("eventtime") is { } column
        ? $"CASE WHEN {column} LIKE '{Form}' THEN TRY(from_iso8601_timestamp({column})) END" : null;

    /// <summary>The condition that a time is written as usual: among such, the order of texts is that of times.</summary>
    internal static string IsUsual(string column) =>
        $"(translate({column}, '123456789', '000000000') = '0000-00-00T00:00:00Z' AND {column} >= '1970' AND substr({column}, 12, 2) < '24'"
        + $" AND {Parsed(column)} IS NOT NULL)";

    /// <summary>The condition; null where the query has no window.</summary>
    internal SqlCondition? Condition()
    {
        if (query.StartTimeUtc is null && query.EndTimeUtc is null)
            return null;
        if (table.Text("eventtime") is not { } column)
            return SqlCondition.None("StartTime");
        // What is written as usual is a whole second: a bound between two is the later of them.
        var start = query.StartTimeUtc is { } from ? $"{Parsed(column)} >= {Instant(Second(from))}" : null;
        var end = query.EndTimeUtc is { } until ? $"{Parsed(column)} < {Instant(Second(until))}" : null;
        var inside = string.Join(" AND ", new[] { start, end }.OfType<string>());
        return new SqlCondition(
            "StartTime", $"({column} IS NULL OR {column} NOT LIKE '{Form}' OR {Parsed(column)} IS NULL OR ({inside}))", IsExact: false)
        {
            // Where calls are counted there, those whose times are written otherwise come apart, and are judged here.
            Doubt = SqlCondition.Never,
        };
    }

    private static string Parsed(string column) => $"TRY(from_iso8601_timestamp({column}))";

    private static DateTime Second(DateTime time)
    {
        var beyond = time.Ticks % TimeSpan.TicksPerSecond;
        return beyond == 0 || time > DateTime.MaxValue.AddSeconds(-1) ? time.AddTicks(-beyond) : time.AddTicks(TimeSpan.TicksPerSecond - beyond);
    }

    private static string Instant(DateTime utc) =>
        $"from_iso8601_timestamp('{utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}')";
}
