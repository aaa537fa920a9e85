using System.Diagnostics.CodeAnalysis;

namespace IncidentTrail.Times;

/// <summary>An instant as a person types it: ISO 8601, a day in words, or a span back from now.</summary>
internal static class TimeArgument
{
    private const int DateLength = 8;

    private const string Forms =
        "Write a date (2026-01-02), a day in words (2 Jan 2026, today, yesterday), a date and time (2026-01-02T03:04, with Z or an "
        + "offset unless it is local time), or a span back from now (30m, 2h, 7d).";

    public static bool TryParse(
        string text, DateTime nowUtc, TimeZoneInfo local, bool isEnd, out DateTime utc,
        [NotNullWhen(false)] out string? problem)
    {
        utc = default;
        problem = null;
        if (string.IsNullOrWhiteSpace(text))
            problem = "An empty text is no time. " + Forms;
        else if (IsoTime.TryParse(text.AsSpan().Trim(), out var iso) && !IsBareNumber(text))
            return TryRead(text, iso, local, isEnd, out utc, out problem);
        else if (text.Trim().Equals("now", StringComparison.OrdinalIgnoreCase))
            utc = DateTime.SpecifyKind(nowUtc, DateTimeKind.Utc);
        else if (WordedTime.TryParse(text, TimeZoneInfo.ConvertTimeFromUtc(nowUtc, local), out var worded))
            return TryRead(text, worded, local, isEnd, out utc, out problem);
        else if (IsSpan(text) && !WordedTime.IsMeant(text))
            return TryGoBack(text, nowUtc, out utc, out problem);
        else
            problem = MistypedTime.Of(text, TimeZoneInfo.ConvertTimeFromUtc(nowUtc, local)) ?? $"'{text}' is no time. {Forms}";
        return problem is null;
    }

    public static DateTime ToUtc(DateTime clock, TimeZoneInfo local, bool isEnd) =>
        new IsoTime(clock, OffsetOf(clock, local, isEnd), true).TryToUtc(TimeSpan.Zero, out var utc)
            ? utc : DateTime.SpecifyKind(clock, DateTimeKind.Utc);

    private static bool TryRead(
        string text, IsoTime iso, TimeZoneInfo local, bool isEnd, out DateTime utc, [NotNullWhen(false)] out string? problem)
    {
        var offset = iso.Offset ?? OffsetOf(iso.Clock, local, isEnd);
        problem = iso.TryToUtc(offset, out utc) ? null : $"'{text}' lies outside the years 1 to 9999.";
        return problem is null;
    }

    private static bool TryGoBack(
        string text, DateTime nowUtc, out DateTime utc, [NotNullWhen(false)] out string? problem)
    {
        utc = default;
        var back = text.TrimEnd().EndsWith(" ago", StringComparison.OrdinalIgnoreCase) ? text.TrimEnd()[..^4] : text;
        if (!SpanText.TryParse(back, out var span, out problem))
        {
            problem = text.TrimStart()[0] == '-' ? $"'{text}' is negative. A span already goes back from now: write it without a sign."
                : IsBareNumber(text) ? ProblemOfNumber(text, problem)
                : problem;
            return false;
        }

        problem = span.Ticks > nowUtc.Ticks ? $"'{text}' back from now lies before the year 1." : null;
        if (problem is null)
            utc = DateTime.SpecifyKind(nowUtc - span, DateTimeKind.Utc);
        return problem is null;
    }

    // What dates are counted in, or a date without its dashes, gets no unit: the date that it names is told.
    private static string ProblemOfNumber(string text, string problem)
    {
        var number = text.Trim();
        if (number.Length == DateLength && IsoTime.TryParse(number, out var iso))
            return FormattableString.Invariant($"'{text}' is a number and no date: a date is written {iso.Clock:yyyy-MM-dd}.");
        return RecordTime.TryParse(System.Text.Encoding.ASCII.GetBytes(number), out var utc)
            ? FormattableString.Invariant($"'{text}' is a number and no time. Counted from 1970 it is {utc:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF}Z: write that.")
            : problem + " A date is written 2026-01-02.";
    }

    // 02:00:00 alone may be meant as an hour of the day: only with days is it surely a span.
    private static bool IsSpan(string text) =>
        SpanText.LooksLikeSpan(text) || (text.IndexOf(':') is var colon and > 0 && text.AsSpan(0, colon).Count('.') == 1);

    private static bool IsBareNumber(string text) => !text.AsSpan().Trim().ContainsAnyExceptInRange('0', '9');

    // By instants alone. What .NET says of clock times (10.0) is wrong where the exception is winter and not summer, as in Dublin:
    // there it knows no time that comes twice, and none that is skipped.
    private static TimeSpan OffsetOf(DateTime clock, TimeZoneInfo local, bool isEnd)
    {
        var (before, after) = (OffsetAt(clock.Ticks - TimeSpan.TicksPerDay, local), OffsetAt(clock.Ticks + TimeSpan.TicksPerDay, local));
        var (isBefore, isAfter) = (Shows(clock, before, local), Shows(clock, after, local));
        if (isBefore && isAfter)
            return isEnd ? Min(before, after) : Max(before, after);
        return isAfter ? after : before;
    }

    // Whether a clock of that offset is the zone's at the instant when it shows the time.
    private static bool Shows(DateTime clock, TimeSpan offset, TimeZoneInfo local) => OffsetAt(clock.Ticks - offset.Ticks, local) == offset;

    private static TimeSpan OffsetAt(long utcTicks, TimeZoneInfo local) =>
        local.GetUtcOffset(new DateTime(Math.Clamp(utcTicks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc));

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one < other ? other : one;
}
