namespace IncidentTrail.Sources.Places;

/// <summary>Tells a log from what else lies beside logs: one rule for folders, buckets and archives.</summary>
internal static class LogPlace
{
    private static readonly string[] s_endings = [".json", ".json.gz", ".gz", ".jsonl", ".ndjson"];

    private static readonly string[] s_leftovers = [".DS_Store", ".localized", ".directory", "desktop.ini", "Thumbs.db", "ehthumbs.db"];

    /// <summary>What the place of a file says of it.</summary>
    internal static LogPlaceKind Of(TrailLog log)
    {
        var name = NameOf(log.Location);
        if (name.IsEmpty || IsLeftover(name, log.Location))
            return LogPlaceKind.Leftover;
        if (log.Kind is TrailLogKind.Digest or TrailLogKind.Aggregated or TrailLogKind.OtherService)
            return LogPlaceKind.OtherKind;
        if (!log.IsDelivered && (name[0] == '.' || !HasEnding(name)))
            return LogPlaceKind.Unknown;
        return log.Size == 0 ? LogPlaceKind.Empty : LogPlaceKind.Log;
    }

    /// <summary>True for a file whose name says that JSON is in it.</summary>
    internal static bool IsNamedAsJson(string location) => location.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || location.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase);

    private static bool HasEnding(ReadOnlySpan<char> name)
    {
        foreach (var ending in s_endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    // macOS writes "._name" and "__MACOSX/" into archives and onto foreign disks, Windows a stream that WSL shows as a file.
    private static bool IsLeftover(ReadOnlySpan<char> name, string location)
    {
        if (name.StartsWith("._", StringComparison.Ordinal) || name.EndsWith("Zone.Identifier", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".incidenttrail", StringComparison.Ordinal) || name.EndsWith("_$folder$", StringComparison.Ordinal)
            || location.Contains("__MACOSX/", StringComparison.Ordinal))
            return true;
        foreach (var leftover in s_leftovers)
        {
            if (name.Equals(leftover, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> NameOf(string location) => location.AsSpan(location.AsSpan().LastIndexOfAny('/', '\\') + 1);
}
