using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sources.Listing;

/// <summary>Lists the logs of sources without reading them, and accounts for what was found and left alone.</summary>
/// <param name="filter">Which logs are wanted.</param>
/// <param name="includeSkipped">True to give what is left alone, too: digests, logs of other services.</param>
/// <param name="coverage">What is counted.</param>
internal sealed class LogListing(LogFilter filter, bool includeSkipped, TrailCoverage coverage)
{
    /// <summary>The wanted logs of a source, and its notices in their places: one of the two is null.</summary>
    internal IEnumerable<(TrailLog? Log, TrailNotice? Notice)> Of(ITrailSource source, TrailQuery query, CancellationToken token)
    {
        var entry = coverage.AccountOf(source);
        foreach (var item in source.ListAsync(query, entry.Entry, token).ToBlockingEnumerable(token))
        {
            entry.Take(item);
            if (item is SourceNotice said)
                yield return (null, said.Notice);
            else if (Wanted(item) is { } log)
                yield return (log, null);
        }
        entry.Close(atEnd: true);
    }

    /// <summary>The wanted ones of logs that the pipeline brings; which of them were left out before is not known.</summary>
    /// <param name="identity">What their account is kept under.</param>
    /// <param name="given">The logs.</param>
    internal IEnumerable<TrailLog> Of(object identity, IEnumerable<TrailLog> given)
    {
        var account = coverage.Account.Of(identity, "pipeline");
        foreach (var log in given)
        {
            account.Found(log);
            if (filter.IsWanted(log))
                yield return log;
        }
        account.Close(atEnd: true);
    }

    private TrailLog? Wanted(TrailSourceItem item) => item switch
    {
        FoundLog found when filter.IsWanted(found.Log) => found.Log,
        SkippedLog skipped when includeSkipped && filter.IsWanted(skipped.Log) => skipped.Log,
        _ => null,
    };

    /// <summary>States whether everything was listed.</summary>
    internal void Finish() => coverage.Account.CloseListing();
}
