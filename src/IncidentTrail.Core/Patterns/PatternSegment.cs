namespace IncidentTrail.Patterns;

/// <summary>The part of a pattern between two stars: it matches texts of one length.</summary>
internal sealed class PatternSegment
{
    private readonly PatternUnit[] _units;

    public PatternSegment(IReadOnlyCollection<PatternUnit> units)
    {
        _units = [.. units];
        LongestLiteral = FindLongestLiteral();
        Literal = LongestLiteral.Length == _units.Length ? LongestLiteral : null;
    }

    /// <summary>What each of its characters is compared with.</summary>
    public IReadOnlyList<PatternUnit> Units => _units;

    /// <summary>How many characters it matches.</summary>
    public int Length => _units.Length;

    /// <summary>The text it stands for; null where it has wildcards.</summary>
    public string? Literal { get; }

    /// <summary>The longest text inside it; may be empty.</summary>
    public string LongestLiteral { get; }

    /// <summary>Whether the text, at least as long as the segment, begins with a match.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        if (Literal is not null)
            return text.StartsWith(Literal, StringComparison.OrdinalIgnoreCase);
        for (var i = 0; i < _units.Length; i++)
        {
            if (!_units[i].Matches(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>Where the first match begins; -1 where there is none.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        if (Literal is not null)
            return text.IndexOf(Literal, StringComparison.OrdinalIgnoreCase);
        for (var place = 0; place <= text.Length - Length; place++)
        {
            if (Matches(text[place..]))
                return place;
        }

        return -1;
    }

    private string FindLongestLiteral()
    {
        var longest = "";
        for (var start = 0; start < _units.Length; start++)
        {
            var end = start;
            while (end < _units.Length && _units[end].IsLiteral)
                end++;
            if (end - start > longest.Length)
                longest = Run(_units.AsSpan(start, end - start));
            start = end;
        }

        return longest;
    }

    private static string Run(ReadOnlySpan<PatternUnit> units)
    {
        var characters = new char[units.Length];
        for (var i = 0; i < characters.Length; i++)
            characters[i] = units[i].Character;
        return new string(characters);
    }
}
