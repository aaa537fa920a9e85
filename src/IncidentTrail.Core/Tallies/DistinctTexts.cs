using System.Runtime.CompilerServices;

namespace IncidentTrail.Tallies;

/// <summary>The distinct texts of a field. One caller's events mostly repeat the one before, which is not hashed again.</summary>
internal sealed class DistinctTexts
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private string? _latest;

    [MethodImpl(Jit.Hot)]
    public void Add(string? text)
    {
        if (string.IsNullOrEmpty(text) || ReferenceEquals(text, _latest))
            return;
        _latest = text;
        _seen.Add(text);
    }

    public void Add(DistinctTexts others) => _seen.UnionWith(others._seen);

    public TrailList<string> Sorted() => [.. _seen.Order(StringComparer.Ordinal)];
}
