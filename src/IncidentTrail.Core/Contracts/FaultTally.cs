namespace IncidentTrail.Contracts;

/// <summary>
/// Faults of one cause, of which the first are said by name and the rest are counted: nobody reads the same of a thousand
/// logs. Not for several threads at once.
/// </summary>
internal sealed class FaultTally
{
    private readonly Dictionary<Cause, Faults> _causes = [];

    /// <summary>Counts a fault; true where it is to be said by its name.</summary>
    internal bool IsNamed(TrailFault fault)
    {
        if (fault.OfMany is not { } ofMany)
            return true;
        var cause = new Cause(fault.Kind, ofMany);
        var faults = new Faults((_causes.GetValueOrDefault(cause)?.Count ?? 0) + 1, fault);
        _causes[cause] = faults;
        return faults.Count <= EngineLimits.FaultsNamed;
    }

    /// <summary>One fault for each cause that had more than are named, and counts anew.</summary>
    internal List<TrailFault> Rest()
    {
        List<TrailFault> rest = [.. _causes.Values.Where(faults => faults.Count > EngineLimits.FaultsNamed).Select(faults => Rest(faults.Count - EngineLimits.FaultsNamed, faults.Last))];
        _causes.Clear();
        return rest;
    }

    private static TrailFault Rest(long count, TrailFault last) => new(
        last.Kind, last.Target, FormattableString.Invariant($"{count:N0} more logs {last.OfMany}; the last of them is {last.Target}."), last.Remedy, last.Cause);

    private sealed record Cause(TrailFaultKind Kind, string OfMany);

    private sealed record Faults(long Count, TrailFault Last);
}
