namespace IncidentTrail.Sources.Listing;

/// <summary>Lists the logs of sources without reading them, and accounts for what was found and left alone.</summary>
internal sealed class LogListing(LogFilter filter, TrailCoverage coverage)
{
    /// <summary>The wanted logs of a source, and its notices in their places.</summary>
    internal IEnumerable<TrailSourceItem> Of(string source, IEnumerable<TrailSourceItem> items)
    {
        var entry = coverage.Source(source);
        foreach (var item in items)
        {
            if (item.Notice is { } notice)
            {
                if (notice.Detail is { } fault)
                    coverage.Report(fault);
                yield return item;
                continue;
            }
            coverage.LogsListed++;
            if (item.Open is null)
                coverage.LogsSkipped++;
            if (filter.IsWanted(item))
                yield return item;
        }
        entry.IsComplete = coverage.Faults.Count == 0;
    }

    /// <summary>States whether everything was listed.</summary>
    internal void Finish() => coverage.IsComplete = coverage.Faults.Count == 0;
}
