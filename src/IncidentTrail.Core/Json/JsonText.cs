using System.Globalization;
using System.Text;

namespace IncidentTrail.Json;

/// <summary>
/// The text of a JSON string literal, from the bytes between its quotes. It never fails: bytes that are no UTF-8 and
/// halves of surrogate pairs become U+FFFD, an escape that JSON does not know stays as it is written.
/// </summary>
internal static class JsonText
{
    private const int StackChars = 256;
    private const int UnitLength = 6;

    public static string Decode(ReadOnlySpan<byte> inner)
    {
        if (inner.IndexOf((byte)'\\') < 0)
            return Encoding.UTF8.GetString(inner);

        // No escape and no UTF-8 sequence becomes more chars than it has bytes.
        Span<char> chars = inner.Length <= StackChars ? stackalloc char[StackChars] : new char[inner.Length];
        return new string(chars[..Unescape(inner, chars)]);
    }

    private static int Unescape(ReadOnlySpan<byte> inner, Span<char> chars)
    {
        var written = 0;
        while (true)
        {
            var slash = inner.IndexOf((byte)'\\');
            written += Encoding.UTF8.GetChars(slash < 0 ? inner : inner[..slash], chars[written..]);
            if (slash < 0)
                return written;
            inner = inner[slash..];
            var used = UnescapeOne(inner, chars[written..], out var count);
            written += count;
            inner = inner[used..];
        }
    }

    private static int UnescapeOne(ReadOnlySpan<byte> text, Span<char> chars, out int count)
    {
        count = 1;
        if (TryReadUnit(text, out var unit))
        {
            chars[0] = char.IsSurrogate(unit) ? '\uFFFD' : unit;
            if (!char.IsHighSurrogate(unit) || !TryReadUnit(text[UnitLength..], out var low) || !char.IsLowSurrogate(low))
                return UnitLength;
            (chars[0], chars[1], count) = (unit, low, 2);
            return 2 * UnitLength;
        }

        chars[0] = text.Length > 1 ? Simple(text[1]) : '\\';
        return chars[0] == '\\' && !text.StartsWith("\\\\"u8) ? 1 : 2;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = '\0';
        if (text.Length < UnitLength || !text.StartsWith("\\u"u8))
            return false;
        var digits = text[2..UnitLength];
        if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        unit = (char)value;
        return true;
    }

    // A backslash before anything else stands for itself.
    private static char Simple(byte escape) => (char)escape switch
    {
        '"' => '"',
        '/' => '/',
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => '\\',
    };
}
