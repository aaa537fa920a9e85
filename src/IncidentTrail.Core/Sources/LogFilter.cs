using IncidentTrail.Patterns;

namespace IncidentTrail.Sources;

/// <summary>Which logs are wanted, by what their location tells. A log whose location does not tell is not excluded.</summary>
internal sealed class LogFilter(
    IReadOnlyList<string> accounts, IReadOnlyList<string> regions, DateTime? startUtc, DateTime? endUtc, bool includeSkipped)
{
    private readonly PatternSet _account = new(accounts);
    private readonly PatternSet _region = new(regions);

    /// <summary>The log of an item, where it is wanted.</summary>
    internal TrailLog? Wanted(TrailSourceItem item) => item switch
    {
        FoundLog found when IsWanted(found.Log) => found.Log,
        SkippedLog skipped when includeSkipped && IsWanted(skipped.Log) => skipped.Log,
        _ => null,
    };

    /// <summary>Whether a log is wanted, whatever it holds.</summary>
    internal bool IsWanted(TrailLog log) =>
        (_account.IsEmpty || log.AccountId is null || _account.IsMatch(log.AccountId))
        && (_region.IsEmpty || log.Region is null || _region.IsMatch(log.Region))
        && !(log.DeliveryTimeUtc < startUtc) && !(log.DeliveryTimeUtc >= endUtc);
}
