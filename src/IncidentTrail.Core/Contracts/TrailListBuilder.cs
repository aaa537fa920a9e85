namespace IncidentTrail.Contracts;

/// <summary>Makes a list of the values in a collection expression.</summary>
internal static class TrailListBuilder
{
    internal static TrailList<T> Create<T>(ReadOnlySpan<T> values) => new(values);
}
