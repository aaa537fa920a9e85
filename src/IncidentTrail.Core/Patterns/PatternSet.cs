using System.Runtime.CompilerServices;

namespace IncidentTrail.Patterns;

/// <summary>Alternatives: a text matches where one of them does. An empty set lets everything through.</summary>
internal sealed class PatternSet(IEnumerable<string> patterns)
{
    private readonly TextPattern[] _patterns = [.. patterns.Select(TextPattern.Parse)];

    internal bool IsEmpty => _patterns.Length == 0;

    [MethodImpl(Jit.Hot)]
    internal bool IsMatch(string? text)
    {
        if (text is null)
            return false;
        foreach (var pattern in _patterns)
        {
            if (pattern.IsMatch(text))
                return true;
        }
        return false;
    }
}
