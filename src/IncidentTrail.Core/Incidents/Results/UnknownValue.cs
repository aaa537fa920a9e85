namespace IncidentTrail.Incidents.Results;

/// <summary>Why the value before a change is not known.</summary>
/// <param name="Why">In words of ours.</param>
/// <param name="Candidates">The values that it may have been, in which text may be that people wrote.</param>
internal sealed record UnknownValue(string Why, IReadOnlyList<string> Candidates)
{
    internal static readonly UnknownValue NotInTheTrail = new("previous value not in the trail", []);
    internal static readonly UnknownValue NotRecorded = new("previous value not recorded", []);
    internal static readonly UnknownValue Contested = new("another call set it in the same second, and which was last is not known", []);

    internal static UnknownValue OneOf(IEnumerable<string> candidates) =>
        new("previous value not certain", [.. candidates.Order(StringComparer.Ordinal)]);

    /// <summary>Why, with the values.</summary>
    public override string ToString() => Candidates.Count == 0 ? Why : $"{Why}: {string.Join(" or ", Candidates)}";
}
