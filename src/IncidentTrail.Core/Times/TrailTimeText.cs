using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace IncidentTrail.Times;

/// <summary>Times and spans as records write them and as people type them. Nothing here depends on a culture.</summary>
internal static class TrailTimeText
{
    private const int PlainLength = 20;

    /// <summary>
    /// The time of a record, from its text, with or without the quotes, or its number. The form CloudTrail itself
    /// writes, <c>2026-01-02T03:04:05Z</c>, is read digit by digit; every other form goes the long way.
    /// </summary>
    [MethodImpl(Jit.Hot)]
    public static bool TryParseRecordTime(ReadOnlySpan<byte> utf8, out DateTime utc)
    {
        if (utf8 is [(byte)'"', .., (byte)'"'])
            utf8 = utf8[1..^1];
        return (utf8.Length == PlainLength && TryParsePlain(utf8, out utc)) || RecordTime.TryParse(utf8, out utc);
    }

    /// <summary>
    /// An instant as a person types it: a date or a date and time (without a zone in <paramref name="local"/>), or a
    /// span back from now. A local time that a clock change skips is the instant it would have been without the change;
    /// of one that comes twice the earlier, or the later where <paramref name="isEnd"/>, so that no window loses an hour.
    /// </summary>
    public static bool TryParseArgument(
        string text, DateTime nowUtc, TimeZoneInfo local, out DateTime utc, [NotNullWhen(false)] out string? problem,
        bool isEnd = false) =>
        TimeArgument.TryParse(text, nowUtc, local, isEnd, out utc, out problem);

    /// <summary>A span as a person types it: <c>30m</c>, <c>1h30m</c>, <c>7d</c>, <c>1.02:00:00</c>.</summary>
    public static bool TryParseSpan(string text, out TimeSpan span, [NotNullWhen(false)] out string? problem) =>
        SpanText.TryParse(text, out span, out problem);

    /// <summary>The instant that a clock in that zone shows so; see <see cref="TryParseArgument"/> for clock changes.</summary>
    public static DateTime ToUtc(DateTime clock, TimeZoneInfo local, bool isEnd = false) =>
        TimeArgument.ToUtc(clock, local, isEnd);

    [MethodImpl(Jit.Hot)]
    private static bool TryParsePlain(ReadOnlySpan<byte> text, out DateTime utc)
    {
        utc = default;
        if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
            return false;
        var year = (Two(text, 0) * 100) + Two(text, 2);
        var (month, day, hour, minute, second) =
            (Two(text, 5), Two(text, 8), Two(text, 11), Two(text, 14), Two(text, 17));
        if (year is < 1970 or > 9999 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23
            || minute is < 0 or > 59 || second is < 0 or > 59 || day > DateTime.DaysInMonth(year, month))
            return false;
        utc = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc);
        return true;
    }

    // Far below zero where either is no digit, so that every range check fails.
    private static int Two(ReadOnlySpan<byte> text, int index)
    {
        var tens = text[index] - '0';
        var ones = text[index + 1] - '0';
        return (uint)tens <= 9 && (uint)ones <= 9 ? (tens * 10) + ones : short.MinValue;
    }
}
