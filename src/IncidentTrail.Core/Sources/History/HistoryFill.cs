namespace IncidentTrail.Sources.History;

/// <summary>
/// Where Event history begins when it completes another source: it is asked only for what that source may not hold yet.
/// </summary>
/// <param name="SourceName">The source that was read before, as the coverage names it.</param>
/// <param name="Slack">How late that source's deliveries may be.</param>
internal sealed record HistoryFill(string SourceName, TimeSpan Slack)
{
    /// <summary>
    /// The first instant to ask for, in UTC, for an account and Region; null for the whole window: where the other
    /// source holds nothing of the Region, or could not be read to its end.
    /// </summary>
    public DateTime? StartFor(TrailCoverage coverage, string? accountId, string region)
    {
        if (coverage.Faults.Count > 0)
            return null;
        // Where the account is not known yet, the least far of the Region's accounts counts.
        return coverage.Sources.Where(s => s.Name == SourceName).SelectMany(s => s.Reaches)
            .Where(r => string.Equals(r.Region, region, StringComparison.OrdinalIgnoreCase))
            .Where(r => accountId is null || r.AccountId is null || r.AccountId == accountId)
            .Min(r => r.ReachesUtc) - Slack;
    }
}
