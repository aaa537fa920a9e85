namespace IncidentTrail.Patterns;

/// <summary>What one character of a text is compared with: a character, any character, or a set of ranges.</summary>
internal readonly record struct PatternUnit(char Character, bool IsAny, (char From, char To)[]? Set)
{
    public static PatternUnit Any { get; } = new('\0', true, null);

    public bool IsLiteral => !IsAny && Set is null;

    public static PatternUnit Literally(char character) => new(character, false, null);

    public static PatternUnit OneOf((char From, char To)[] ranges) => new('\0', false, ranges);

    public bool Matches(char character)
    {
        if (IsAny)
            return true;
        if (Set is null)
            return char.ToUpperInvariant(character) == char.ToUpperInvariant(Character);
        return Holds(character) || Holds(char.ToUpperInvariant(character)) || Holds(char.ToLowerInvariant(character));
    }

    private bool Holds(char character)
    {
        foreach (var (from, to) in Set!)
        {
            if (from <= character && character <= to)
                return true;
        }

        return false;
    }
}
