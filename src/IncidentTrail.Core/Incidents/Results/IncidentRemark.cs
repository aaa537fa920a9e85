namespace IncidentTrail.Incidents.Results;

/// <summary>What must be known beside an incident's values: a sentence of ours, in which text may stand that people wrote.</summary>
internal sealed class IncidentRemark(string before, IReadOnlyList<string> written, string after)
{
    internal IncidentRemark(string words)
        : this(words, [], string.Empty)
    {
    }

    /// <summary>The sentence with something else in place of what people wrote.</summary>
    internal string Without(string leftOut) => written.Count == 0 ? ToString() : $"{before}several {leftOut}{after}";

    /// <summary>The whole sentence.</summary>
    public override string ToString() => before + string.Join(" or ", written) + after;
}
