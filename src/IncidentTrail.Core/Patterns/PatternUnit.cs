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
            return AreSame(character, Character);
        return Holds(character)
            || HoldsOtherCase(character, char.ToUpperInvariant(character))
            || HoldsOtherCase(character, char.ToLowerInvariant(character));
    }

    // The long s has S as its capital, and the Kelvin sign k as its small letter; comparing texts takes neither so.
    private bool HoldsOtherCase(char character, char other) => AreSame(character, other) && Holds(other);

    // As whole texts are compared, so that a ? or a set elsewhere in a pattern does not change what a letter matches.
    private static bool AreSame(char one, char other)
        => one == other || new ReadOnlySpan<char>(in one).Equals([other], StringComparison.OrdinalIgnoreCase);

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
