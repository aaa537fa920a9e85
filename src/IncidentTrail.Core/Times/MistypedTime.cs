using System.Globalization;

namespace IncidentTrail.Times;

/// <summary>Text that is nearly a time, and could be more than one: what to write, so that it is that one.</summary>
internal static class MistypedTime
{
    private static readonly char[] s_separators = ['/', '.', '-'];

    /// <summary>Why it is none, and what to write; null where nothing is near.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="nowLocal">The clock on the wall.</param>
    public static string? Of(string text, DateTime nowLocal)
    {
        var typed = text.Trim();
        return OfHour(typed, nowLocal) ?? OfNumbers(typed) ?? OfZone(typed, nowLocal);
    }

    // At three in the morning 23:50 is yesterday's.
    private static string? OfHour(string typed, DateTime nowLocal) =>
        typed.Contains(':', StringComparison.Ordinal) && WordedTime.TryParse("today " + typed, nowLocal, out _)
            ? $"'{typed}' is no time without its day. Write 'today {typed}' or 'yesterday {typed}', or a date before it." : null;

    // Some write the month first, and some the day.
    private static string? OfNumbers(string typed)
    {
        var end = typed.AsSpan().IndexOfAny(' ', 'T');
        var (date, rest) = end < 0 ? (typed, "") : (typed[..end], typed[end..]);
        if (date.Split(s_separators) is not [{ Length: 1 or 2 } first, { Length: 1 or 2 } second, { Length: 4 } year])
            return null;
        var days = new[] { $"{year}-{first.PadLeft(2, '0')}-{second.PadLeft(2, '0')}", $"{year}-{second.PadLeft(2, '0')}-{first.PadLeft(2, '0')}" }
            .Where(day => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)).Distinct().ToList();
        return days.Count switch
        {
            0 => null,
            1 => $"'{typed}' is no time as times are written here. Write {days[0]}{rest}.",
            _ => $"'{typed}' is no time, for it may be of two days. Write {days[0]}{rest} or {days[1]}{rest}.",
        };
    }

    private static string? OfZone(string typed, DateTime nowLocal)
    {
        var blank = typed.LastIndexOf(' ');
        if (blank < 0)
            return null;
        var (time, zone) = (typed[..blank], typed[(blank + 1)..]);
        return zone.Length is >= 2 and <= 5 && zone is not ("AM" or "PM") && zone.All(char.IsAsciiLetterUpper)
            && time.Contains(':', StringComparison.Ordinal) && IsTime(time + "Z", nowLocal)
            ? $"'{typed}' is no time: the letters {zone} are no zone here. Write Z for UTC in their place, or the offset, such as +02:00." : null;
    }

    private static bool IsTime(string text, DateTime nowLocal) => IsoTime.TryParse(text, out _) || WordedTime.TryParse(text, nowLocal, out _);
}
