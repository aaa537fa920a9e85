namespace IncidentTrail.Contracts;

/// <summary>
/// Faults of one cause, of which the first are said by name and the rest are counted: nobody reads the same of a thousand
/// logs. Not for several threads at once.
/// </summary>
internal sealed class FaultTally
{
    private readonly Dictionary<(TrailFaultKind Kind, string OfMany), (long Count, TrailFault Last)> _causes = [];

    /// <summary>Counts a fault; true where it is to be said by its name.</summary>
    internal bool IsNamed(TrailFault fault)
    {
        if (fault.OfMany is not { } ofMany)
            return true;
        var count = _causes.GetValueOrDefault((fault.Kind, ofMany)).Count + 1;
        _causes[(fault.Kind, ofMany)] = (count, fault);
        return count <= EngineLimits.FaultsNamed;
    }

    /// <summary>One fault for each cause that had more than are named, and counts anew.</summary>
    internal List<TrailFault> Rest()
    {
        List<TrailFault> rest =
        [
            .. _causes.Where(cause => cause.Value.Count > EngineLimits.FaultsNamed).Select(cause => Rest(cause.Key.OfMany, cause.Value.Count - EngineLimits.FaultsNamed, cause.Value.Last)),
        ];
        _causes.Clear();
        return rest;
    }

    private static TrailFault Rest(string ofMany, long count, TrailFault last) => new(
        last.Kind, last.Target, FormattableString.Invariant($"{count:N0} more logs {ofMany}; the last of them is {last.Target}."), last.Remedy, last.Cause);
}
