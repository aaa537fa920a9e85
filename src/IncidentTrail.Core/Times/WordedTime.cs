using System.Globalization;

namespace IncidentTrail.Times;

/// <summary>
/// A day as people write it in words, with or without a time and a zone behind it: <c>today</c>, <c>yesterday 09:30</c>,
/// <c>22 Oct 2026</c>, <c>October 22, 2026, 14:30:05 (UTC-04:00)</c>, <c>Thu, 22 Oct 2026 14:00:00 GMT</c>,
/// <c>22-Oct-2026 2:30 PM</c>. English names in every culture; a month that is a number is refused, since nobody knows
/// which of two numbers it is.
/// </summary>
internal ref struct WordedTime
{
    private static readonly DateTimeFormatInfo s_english = CultureInfo.InvariantCulture.DateTimeFormat;

    private readonly DateTime _today;
    private DateTime? _date;
    private int? _year;
    private int? _month;
    private int? _day;
    private DayOfWeek? _weekday;
    private string? _clock;
    private string? _half;
    private string? _zone;

    private WordedTime(DateTime today) => _today = today;

    /// <summary>Reads the text; false where it is no day in words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="today">The day it is, on the clock of whoever writes.</param>
    /// <param name="time">What it names.</param>
    public static bool TryParse(string text, DateTime today, out IsoTime time)
    {
        time = default;
        var read = new WordedTime(today.Date);
        foreach (var word in text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!read.Take(word))
                return false;
        }
        return read.Text() is { } iso && IsoTime.TryParse(iso, out time);
    }

    /// <summary>Whether the text names a month or a day in words, or a year among others, so that it is meant for a date and for no span.</summary>
    public static bool IsMeant(string text)
    {
        var words = text.Split([' ', ',', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(words, word => MonthOf(word) is not null) || (words.Length > 2 && Array.Exists(words, IsYear));
    }

    private bool Take(string word)
    {
        var parts = word.Split('-', '/');
        if (parts.Length == 3 && parts[1].Length > 0 && char.IsLetter(parts[1][0]))
            return Array.TrueForAll(parts, part => part.Length > 0) && Take(parts[0]) && Take(parts[1]) && Take(parts[2]);
        var bare = word.Trim('(', ')').ToLowerInvariant();
        return bare switch
        {
            "at" => true,
            "today" => Set(ref _date, _today),
            "yesterday" => _today > DateTime.MinValue && Set(ref _date, _today.AddDays(-1)),
            "tomorrow" => _today < DateTime.MaxValue.Date && Set(ref _date, _today.AddDays(1)),
            "am" or "pm" => Set(ref _half, bare),
            _ when bare.Contains(':') && char.IsAsciiDigit(bare[0]) => TakeClock(bare),
            "z" => Set(ref _zone, "Z"),
            _ when bare.StartsWith("utc", StringComparison.Ordinal) || bare.StartsWith("gmt", StringComparison.Ordinal) =>
                Set(ref _zone, bare.Length == 3 ? "Z" : bare[3..]),
            ['+' or '-', ..] => Set(ref _zone, bare),
            _ when char.IsAsciiDigit(bare.FirstOrDefault()) => TakeNumber(bare),
            _ when MonthOf(bare) is { } month => Set(ref _month, month),
            _ when WeekdayOf(bare) is { } weekday => Set(ref _weekday, weekday),
            _ => false,
        };
    }

    private bool TakeNumber(string word)
    {
        var digits = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        return digits.Length == 4 ? Set(ref _year, number) : digits.Length <= 2 && Set(ref _day, number);
    }

    private bool TakeClock(string word)
    {
        var half = word.Length > 2 && word[^2..] is "am" or "pm" ? word[^2..] : null;
        var zulu = half is null && word.EndsWith('z');
        return Set(ref _clock, half is not null ? word[..^2] : zulu ? word[..^1] : word)
            && (half is null || Set(ref _half, half)) && (!zulu || Set(ref _zone, "Z"));
    }

    // The same in ISO's form, which is read in one place; null where something is missing or does not fit.
    private readonly string? Text()
    {
        var relative = _date is not null;
        if (relative ? _year is not null || _month is not null || _day is not null || _zone is not null
            : _year is null || _month is null || _day is null)
            return null;
        if (!relative && (_year < 1 || _day < 1 || _day > DateTime.DaysInMonth(_year!.Value, _month!.Value)))
            return null;
        var date = _date ?? new DateTime(_year!.Value, _month!.Value, _day!.Value);
        if ((_weekday is { } weekday && weekday != date.DayOfWeek) || (_clock is null && (_zone ?? _half) is not null))
            return null;
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return _clock is null ? day : ClockOf(_clock, _half) is { } clock ? $"{day}T{clock}{_zone}" : null;
    }

    private static string? ClockOf(string clock, string? half)
    {
        var colon = clock.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 2 || !int.TryParse(clock.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var hour))
            return null;
        if (half is not null)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (half == "pm" ? 12 : 0);
        }
        return hour.ToString("00", CultureInfo.InvariantCulture) + clock[colon..];
    }

    private static bool IsYear(string word) => word.Length == 4 && !word.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static int? MonthOf(string word) =>
        word.Equals("sept", StringComparison.OrdinalIgnoreCase) ? 9
        : IndexOf(s_english.MonthNames, word) ?? IndexOf(s_english.AbbreviatedMonthNames, word);

    private static DayOfWeek? WeekdayOf(string word) =>
        (DayOfWeek?)((IndexOf(s_english.DayNames, word) ?? IndexOf(s_english.AbbreviatedDayNames, word)) - 1);

    // Counted from one. A calendar of thirteen months has an empty name for it.
    private static int? IndexOf(string[] names, string word) =>
        Array.FindIndex(names, name => name.Length > 0 && name.Equals(word, StringComparison.OrdinalIgnoreCase)) is var found and >= 0
            ? found + 1 : null;

    private static bool Set<T>(ref T? field, T value)
        where T : struct
    {
        var isNew = field is null;
        field = value;
        return isNew;
    }

    private static bool Set(ref string? field, string value)
    {
        var isNew = field is null;
        field = value;
        return isNew;
    }
}
