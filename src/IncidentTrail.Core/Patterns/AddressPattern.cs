using System.Buffers;

namespace IncidentTrail.Patterns;

/// <summary>
/// What a source address is compared with: a CIDR block, an address in any spelling, or a text with wildcards. A source
/// that is no address (<c>AWS Internal</c>, <c>events.amazonaws.com</c>) matches by its text only.
/// </summary>
internal sealed class AddressPattern
{
    private static readonly SearchValues<char> s_blockCharacters = SearchValues.Create("0123456789abcdefABCDEF.:*?");

    private readonly AddressBlock? _block;
    private readonly TextPattern? _text;

    private AddressPattern(AddressBlock? block, TextPattern? text)
    {
        _block = block;
        _text = text;
    }

    /// <summary>The block; null where it is a text alone.</summary>
    public AddressBlock? Block => _block;

    /// <summary>The text, with its wildcards; null for a block.</summary>
    public TextPattern? Text => _text;

    /// <summary>Parses a pattern; throws <see cref="FormatException"/> for a block or a wildcard that is not valid.</summary>
    public static AddressPattern Parse(string text)
    {
        text = text.Trim();
        return LooksLikeBlock(text)
            ? new AddressPattern(AddressBlock.Parse(text), null)
            : new AddressPattern(AddressBlock.OfAddress(text), TextPattern.Parse(text));
    }

    /// <summary>Whether there is an address and it matches.</summary>
    public bool IsMatch(string? address) =>
        address is not null && (_text?.IsMatch(address) == true || _block?.Contains(address) == true);

    // Digits, dots and colons before the slash; "AWS Internal/3" is a text.
    private static bool LooksLikeBlock(string text)
    {
        var slash = text.IndexOf('/');
        if (slash <= 0)
            return false;
        var address = text.AsSpan(0, slash);
        return address.IndexOfAny('.', ':') >= 0 && !address.ContainsAnyExcept(s_blockCharacters);
    }
}
