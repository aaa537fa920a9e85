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

    /// <summary>The condition; null where the query has no window.</summary>
    internal SqlCondition? Condition()
    {
        if (query.StartTimeUtc is null && query.EndTimeUtc is null)
            return null;
        if (table.Text("eventtime") is not { } column)
            return SqlCondition.None("StartTime");
        // Times of records are compared in whole seconds there: a bound is moved to the second outside it.
        var start = query.StartTimeUtc is { } from ? $"{Parsed(column)} >= {Instant(Second(from))}" : null;
        var end = query.EndTimeUtc is { } until ? $"{Parsed(column)} < {Instant(Second(until.AddTicks(TimeSpan.TicksPerSecond - 1)))}" : null;
        var inside = string.Join(" AND ", new[] { start, end }.OfType<string>());
        return new SqlCondition(
            "StartTime", $"({column} IS NULL OR {column} NOT LIKE '{Form}' OR {Parsed(column)} IS NULL OR ({inside}))", IsExact: false);
    }

    private static string Parsed(string column) => $"TRY(from_iso8601_timestamp({column}))";

    private static DateTime Second(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    private static string Instant(DateTime utc) =>
        $"from_iso8601_timestamp('{utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}')";
}
