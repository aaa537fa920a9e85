using System.Globalization;

namespace IncidentTrail.Aws.Faults;

/// <summary>How long a service asks to be left alone.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The wait that an answer asks for; null where it asks for none.</summary>
    /// <param name="header">The value of a header, or null.</param>
    public static TimeSpan? Of(Func<string, string?> header)
    {
        if (long.TryParse(header("x-amz-retry-after"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue));
        var asked = header("Retry-After");
        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        // A date is the service's, and so is what it is later than: this machine's clock may be off.
        return Time(asked) is { } then && Time(header("Date")) is { } now && then > now ? then - now : null;
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
