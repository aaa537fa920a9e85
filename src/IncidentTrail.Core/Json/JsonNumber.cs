using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace IncidentTrail.Json;

/// <summary>
/// A JSON number as the narrowest type that holds exactly what was written: Int64, else Decimal, else its text.
/// A double would change the digits of an id without a word.
/// </summary>
internal static class JsonNumber
{
    // So many characters hold at most 28 digits, and 28 digits always fit a Decimal.
    private const int AlwaysExact = 28;

    public static object Parse(ReadOnlySpan<byte> literal)
    {
        if (Utf8Parser.TryParse(literal, out long integer, out var used) && used == literal.Length)
            return integer;
        return decimal.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && IsExact(literal, number) ? number : Encoding.ASCII.GetString(literal);
    }

    private static bool IsExact(ReadOnlySpan<byte> literal, decimal number)
    {
        if (literal.Length <= AlwaysExact && literal.IndexOfAny((byte)'e', (byte)'E') < 0)
            return true;
        var written = Encoding.ASCII.GetString(literal);
        return Significant(written) == Significant(number.ToString(CultureInfo.InvariantCulture));
    }

    // The digits without zeros at either end, and the power of ten of the last of them.
    private static (string Digits, long Exponent) Significant(string number)
    {
        var e = number.IndexOfAny(['e', 'E']);
        var mantissa = (e < 0 ? number : number[..e]).TrimStart('-');
        var exponent = 0L;
        if (e >= 0 && !long.TryParse(number.AsSpan(e + 1), CultureInfo.InvariantCulture, out exponent))
            exponent = long.MaxValue / 2;
        var point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        var digits = mantissa.TrimEnd('0');
        exponent += mantissa.Length - digits.Length;
        digits = digits.TrimStart('0');
        return digits.Length == 0 ? ("", 0) : (digits, exponent);
    }
}
