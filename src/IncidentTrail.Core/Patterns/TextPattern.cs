using System.Runtime.CompilerServices;

namespace IncidentTrail.Patterns;

/// <summary>
/// PowerShell's wildcards, ignoring case: <c>*</c> any text, <c>?</c> one character, <c>[a-z]</c> and <c>[abc]</c> one
/// of these, a backtick before a character takes it literally. Time grows with the product of the lengths at worst,
/// never exponentially: between stars the first match is as good as any other.
/// </summary>
internal sealed class TextPattern
{
    private readonly PatternSegment[] _segments;

    private TextPattern(string text, PatternSegment[] segments)
    {
        Text = text;
        _segments = segments;
        Literal = segments is [{ Literal: { } literal }] ? literal : null;
        foreach (var segment in segments)
        {
            if (segment.LongestLiteral.Length > (LongestLiteral?.Length ?? 0))
                LongestLiteral = segment.LongestLiteral;
        }
    }

    /// <summary>The pattern as it was given.</summary>
    public string Text { get; }

    /// <summary>The one text that it matches, in any case; null where it has wildcards.</summary>
    public string? Literal { get; }

    /// <summary>The longest text that every match contains, in any case; null where there is none.</summary>
    public string? LongestLiteral { get; }

    /// <summary>The parts between the stars.</summary>
    public IReadOnlyList<PatternSegment> Segments => _segments;

    /// <summary>Parses a pattern; throws <see cref="FormatException"/> where a bracket is not closed or a range is empty.</summary>
    public static TextPattern Parse(string text) => new(text, PatternParser.Parse(text));

    /// <summary>Whether there is a text and it matches.</summary>
    [MethodImpl(Jit.Hot)]
    public bool IsMatch(string? text) => text is not null && IsMatch(text.AsSpan());

    /// <summary>Whether the text matches.</summary>
    [MethodImpl(Jit.Hot)]
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        var first = _segments[0];
        if (_segments.Length == 1)
            return text.Length == first.Length && first.Matches(text);
        if (text.Length < first.Length || !first.Matches(text))
            return false;
        text = text[first.Length..];
        foreach (var segment in _segments.AsSpan(1, _segments.Length - 2))
        {
            var place = segment.Find(text);
            if (place < 0)
                return false;
            text = text[(place + segment.Length)..];
        }

        var last = _segments[^1];
        return text.Length >= last.Length && last.Matches(text[^last.Length..]);
    }

    /// <summary>The pattern.</summary>
    public override string ToString() => Text;
}
