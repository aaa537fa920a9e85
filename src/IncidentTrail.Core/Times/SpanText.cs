using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IncidentTrail.Times;

/// <summary>
/// Spans as people type them: numbers with units from the largest to the smallest (<c>1h30m</c>, <c>1.5h</c>,
/// <c>2 weeks</c>), or .NET's <c>[d.]hh:mm:ss</c>. A bare number is refused: nobody agrees on what 30 means.
/// </summary>
internal static class SpanText
{
    private const string Units = "s, m, h, d or w (seconds, minutes, hours, days, weeks)";

    private static readonly SearchValues<char> s_number = SearchValues.Create("0123456789.");

    public static bool TryParse(string text, out TimeSpan span, [NotNullWhen(false)] out string? problem)
    {
        span = default;
        var rest = text.AsSpan().Trim();
        problem = rest.IsEmpty ? $"An empty text is no span. Write a number and a unit: {Units}."
            : rest[0] == '-' ? $"'{text}' is negative. Spans are written without a sign."
            : IsNumber(rest) ? $"'{text}' has no unit. Write {rest}m, {rest}h or {rest}d; the units are {Units}."
            : null;
        if (problem is not null)
            return false;
        if (rest.Contains(':'))
        {
            // 1:30 is refused: an hour and a half to some, ninety seconds to others.
            if (rest.Count(':') == 2 && TimeSpan.TryParseExact(rest, "c", CultureInfo.InvariantCulture, out span))
                return true;
            problem = rest.Count(':') == 1
                ? $"'{text}' could mean hours and minutes, or minutes and seconds. Write for example 30m, 1h30m or 00:30:00."
                : $"'{text}' is no span. With colons it is written [days.]hours:minutes:seconds, as 1.02:00:00.";
            return false;
        }

        return TryParseUnits(text, rest, out span, out problem);
    }

    /// <summary>Whether the text is a number, or begins with one and goes on with a letter.</summary>
    public static bool LooksLikeSpan(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimStart('-');
        var number = NumberLength(text);
        return number > 0 && HasOnePoint(text[..number]) && (number == text.Length || (text[number..].TrimStart() is [var next, ..] && char.IsLetter(next)));
    }

    private static bool TryParseUnits(
        string text, ReadOnlySpan<char> rest, out TimeSpan span, [NotNullWhen(false)] out string? problem)
    {
        span = default;
        problem = null;
        var ticks = 0m;
        var largest = decimal.MaxValue;
        while (!rest.IsEmpty)
        {
            var number = NumberLength(rest);
            if (!decimal.TryParse(rest[..number], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
            {
                problem = $"'{text}' is no span. Write numbers and units: {Units}.";
                return false;
            }

            rest = rest[number..].TrimStart();
            var length = 0;
            while (length < rest.Length && char.IsLetter(rest[length]))
                length++;
            var unit = UnitTicks(rest[..length]);
            problem = unit is null ? ProblemOfUnit(text, rest[..length])
                : unit >= largest ? $"'{text}' names a unit twice or a larger one after a smaller. Write for example 1h30m."
                : null;
            if (problem is not null)
                return false;
            largest = unit!.Value;
            rest = rest[length..].TrimStart();
            if (count > (TimeSpan.MaxValue.Ticks - ticks) / largest)
            {
                problem = $"'{text}' is longer than a span can be.";
                return false;
            }

            ticks += count * largest;
        }

        span = new TimeSpan((long)ticks);
        return true;
    }

    private static string ProblemOfUnit(string text, ReadOnlySpan<char> unit) =>
        unit.IsEmpty ? $"'{text}' has a number without a unit. The units are {Units}."
        : unit is "M" ? $"'{text}': M could mean minutes or months. Write m for minutes; for months write days or a date."
        : $"'{text}': '{unit}' is no unit. The units are {Units}.";

    private static decimal? UnitTicks(ReadOnlySpan<char> unit)
    {
        if (unit is "M")
            return null;
        Span<char> lower = stackalloc char[8];
        if (unit.Length > lower.Length)
            return null;
        var length = unit.ToLowerInvariant(lower);
        return lower[..length] switch
        {
            "s" or "sec" or "secs" or "second" or "seconds" => TimeSpan.TicksPerSecond,
            "m" or "min" or "mins" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
            "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.TicksPerHour,
            "d" or "day" or "days" => TimeSpan.TicksPerDay,
            "w" or "wk" or "wks" or "week" or "weeks" => 7 * TimeSpan.TicksPerDay,
            _ => null,
        };
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => NumberLength(text) == text.Length && HasOnePoint(text);

    // With two it is a date as some countries write it: 10.03.2026.
    private static bool HasOnePoint(ReadOnlySpan<char> number) => number.Count('.') <= 1;

    private static int NumberLength(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept(s_number) is var end and >= 0 ? end : text.Length;
}
