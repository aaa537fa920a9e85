using System.Globalization;
using IncidentTrail.Json;

namespace IncidentTrail.Times;

/// <summary>
/// The time of a record in any of the forms that services and exports write. Without a zone it is UTC, as all of
/// CloudTrail is. Times before 1970, and numbers that are no seconds or milliseconds of this age, are no times.
/// </summary>
internal static class RecordTime
{
    private const int LongestText = 256;

    // 2000-01-01 and 2200-01-01 in seconds since 1970: no number is both seconds and milliseconds of these years.
    private const decimal FirstSecond = 946_684_800;
    private const decimal LastSecond = 7_258_118_400;
    private const decimal Thousand = 1000;

    private static readonly string[] s_textForms =
    [
        "MMM d, yyyy h:mm:ss tt", "MMM d, yyyy, h:mm:ss tt", "MMM d, yyyy HH:mm:ss", "MMM d, yyyy, HH:mm:ss",
        "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'UTC'", "ddd, d MMM yyyy HH:mm:ss zzz",
        "ddd MMM d HH:mm:ss 'UTC' yyyy", "ddd MMM d HH:mm:ss 'GMT' yyyy",
        // PowerShell and spreadsheets write a date as Americans do, the month first.
        "M/d/yyyy h:mm:ss tt", "M/d/yyyy H:mm:ss", "M/d/yyyy h:mm tt", "M/d/yyyy H:mm", "M/d/yyyy, h:mm:ss tt",
        "dddd, MMMM d, yyyy h:mm:ss tt",
    ];

    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateTime utc)
    {
        utc = default;
        utf8 = utf8.Trim((byte)' ');
        if (utf8.Length is 0 or > LongestText)
            return false;
        if (utf8[0] == '{')
            return TryParseObject(utf8, out utc);
        return TryParseNumber(utf8, out utc) || TryParseText(JsonText.Decode(utf8), out utc);
    }

    // Windows PowerShell writes a date as {"value":"\/Date(1773151331000)\/","DateTime":"…"}.
    private static bool TryParseObject(ReadOnlySpan<byte> json, out DateTime utc)
    {
        utc = default;
        for (var members = new JsonMembers(json); members.MoveNext();)
        {
            if (members.Name.SequenceEqual("value"u8) && members.Value is [(byte)'"', .., (byte)'"'] text)
                return TryParse(text[1..^1], out utc);
        }
        return false;
    }

    // /Date(1773151331000)/, or with an offset behind the number, which changes nothing: the number is UTC.
    private static bool TryParseDate(string text, out DateTime utc)
    {
        utc = default;
        if (!text.StartsWith("/Date(", StringComparison.Ordinal) || !text.EndsWith(")/", StringComparison.Ordinal))
            return false;
        var number = text[6..^2];
        var offset = number.IndexOfAny(['+', '-']);
        return long.TryParse(offset < 0 ? number : number[..offset], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && TryParseNumber(System.Text.Encoding.ASCII.GetBytes(milliseconds.ToString(CultureInfo.InvariantCulture)), out utc);
    }

    private static bool TryParseNumber(ReadOnlySpan<byte> utf8, out DateTime utc)
    {
        utc = default;
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(utf8, Style, CultureInfo.InvariantCulture, out var number))
            return false;
        var milliseconds = number is >= FirstSecond and < LastSecond ? number * Thousand : number;
        if (milliseconds is < FirstSecond * Thousand or >= LastSecond * Thousand)
            return false;
        utc = DateTime.UnixEpoch.AddTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));
        return true;
    }

    private static bool TryParseText(string text, out DateTime utc)
    {
        if (IsoTime.TryParse(text, out var iso) && iso.HasTime)
            return iso.TryToUtc(TimeSpan.Zero, out utc) && utc >= DateTime.UnixEpoch;

        if (TryParseDate(text, out utc))
            return true;

        // Java writes a narrow no-break space before AM and PM.
        var plain = text.Replace('\u202F', ' ').Replace('\u00A0', ' ');
        return DateTime.TryParseExact(
            plain, s_textForms, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowInnerWhite, out utc)
            && utc >= DateTime.UnixEpoch;
    }
}
