using System.Globalization;

namespace IncidentTrail.Incidents.Calls;

/// <summary>
/// Times inside requests, which CloudTrail writes as each service does: seconds or milliseconds since 1970, ISO text,
/// or <c>Jan 2, 2026, 3:04:05 AM</c>. Text without an offset is UTC.
/// </summary>
internal static class RequestTime
{
    // 10^11 seconds are the year 5138, 10^11 milliseconds are 1973.
    private const decimal LeastMilliseconds = 100_000_000_000m;

    private static readonly string[] s_forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyyMMdd'T'HHmmssK", "MMM d, yyyy, h:mm:ss tt", "MMM d, yyyy h:mm:ss tt", "MMM d, yyyy, H:mm:ss",
        "ddd MMM d HH:mm:ss 'UTC' yyyy", "ddd, d MMM yyyy HH:mm:ss 'GMT'",
    ];

    internal static DateTime? Parse(object? value) => value switch
    {
        long number => FromEpoch(number),
        decimal number => FromEpoch(number),
        string text => FromText(text),
        _ => null,
    };

    private static DateTime? FromText(string text)
    {
        // Newer Java writes a narrow no-break space before AM and PM.
        text = text.Replace('\u202F', ' ').Replace('\u00A0', ' ').Trim();
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return FromEpoch(number);
        return DateTimeOffset.TryParseExact(
            text, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time.UtcDateTime
            : null;
    }

    private static DateTime? FromEpoch(decimal number)
    {
        var milliseconds = Math.Abs(number) >= LeastMilliseconds ? number : number * 1000;
        var limit = (decimal)(DateTime.MaxValue - DateTime.UnixEpoch).TotalMilliseconds;
        return milliseconds >= 0 && milliseconds < limit - 1
            ? DateTime.UnixEpoch.AddMilliseconds((double)milliseconds)
            : null;
    }
}
