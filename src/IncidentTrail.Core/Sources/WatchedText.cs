using System.Globalization;
using IncidentTrail.Texts;

namespace IncidentTrail.Sources;

/// <summary>Says that a watching lives, and how far behind it is.</summary>
internal static class WatchedText
{
    /// <summary>What was read of a source, and how old the newest delivery is.</summary>
    internal static string Of(string name, TrailCoverage coverage, DateTime nowUtc) => string.Create(
        CultureInfo.InvariantCulture,
        $"Watching {name}: {coverage.LogsRead} {Counted.Noun(coverage.LogsRead, "log")} read, {coverage.RecordsKept} {Counted.Noun(coverage.RecordsKept, "event")} given, {Newest(coverage.NewestDeliveryUtc, nowUtc)}");

    private static string Newest(DateTime? deliveryUtc, DateTime nowUtc) => deliveryUtc is { } newest
        ? string.Create(CultureInfo.InvariantCulture, $"newest delivery {newest:yyyy-MM-dd'T'HH:mm'Z'} ({Math.Max((nowUtc - newest).TotalMinutes, 0):0} min ago)")
        : "no delivery yet";
}
