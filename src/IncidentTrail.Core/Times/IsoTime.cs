namespace IncidentTrail.Times;

/// <summary>
/// A date, or a date and time, in ISO 8601's extended or basic form: <c>2026-01-02</c>, <c>2026-01-02T03:04:05.678Z</c>,
/// <c>20260102T030405+0100</c>; a space may stand for the T and before the offset. Seconds and fractions may be missing;
/// digits beyond 100 ns are dropped.
/// </summary>
/// <param name="Clock">What the text shows on the clock, of unspecified kind.</param>
/// <param name="Offset">The offset from UTC; null where the text has none.</param>
/// <param name="HasTime">Whether it holds more than a date.</param>
internal readonly record struct IsoTime(DateTime Clock, TimeSpan? Offset, bool HasTime)
{
    private const int MaxOffsetHours = 14;

    public static bool TryParse(ReadOnlySpan<char> text, out IsoTime time)
    {
        time = default;
        if (!TryTakeDate(ref text, out var clock, out var separated))
            return false;
        if (text.IsEmpty)
        {
            time = new IsoTime(clock, null, false);
            return true;
        }

        if (text[0] is not ('T' or 't' or ' '))
            return false;
        text = text[1..];
        if (!TryTakeTime(ref text, separated, out var sinceMidnight) || !TryReadOffset(text, out var offset))
            return false;
        time = new IsoTime(clock + sinceMidnight, offset, true);
        return true;
    }

    /// <summary>The instant; the default offset counts where the text has none. False beyond what a DateTime holds.</summary>
    public bool TryToUtc(TimeSpan defaultOffset, out DateTime utc)
    {
        var ticks = Clock.Ticks - (Offset ?? defaultOffset).Ticks;
        var fits = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        utc = fits ? new DateTime(ticks, DateTimeKind.Utc) : default;
        return fits;
    }

    private static bool TryTakeDate(ref ReadOnlySpan<char> text, out DateTime date, out bool separated)
    {
        date = default;
        separated = text.Length > 4 && text[4] == '-';
        if (!TryTake(ref text, 4, out var year) || !Skip(ref text, '-', separated)
            || !TryTake(ref text, 2, out var month) || !Skip(ref text, '-', separated)
            || !TryTake(ref text, 2, out var day))
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateTime(year, month, day);
        return true;
    }

    private static bool TryTakeTime(ref ReadOnlySpan<char> text, bool separated, out TimeSpan sinceMidnight)
    {
        sinceMidnight = default;
        var seconds = 0;
        if (!TryTake(ref text, 2, out var hours) || !Skip(ref text, ':', separated) || !TryTake(ref text, 2, out var minutes))
            return false;
        var hasSeconds = separated ? text is [':', ..] : text is [>= '0' and <= '9', ..];
        if (hasSeconds && (!Skip(ref text, ':', separated) || !TryTake(ref text, 2, out seconds)))
            return false;
        if (hours > 23 || minutes > 59 || seconds > 59)
            return false;
        sinceMidnight = new TimeSpan(hours, minutes, seconds);
        return text is not ['.' or ',', ..] || TryTakeFraction(ref text, ref sinceMidnight);
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> text, ref TimeSpan sinceMidnight)
    {
        text = text[1..];
        var unit = TimeSpan.TicksPerSecond;
        var digits = 0;
        for (; digits < text.Length && char.IsAsciiDigit(text[digits]); digits++)
            sinceMidnight += new TimeSpan((unit /= 10) * (text[digits] - '0'));
        text = text[digits..];
        return digits > 0;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        text = text.TrimStart(' ');
        if (text.IsEmpty)
            return true;
        if (text is "Z" or "z" or "UTC" or "GMT")
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var sign = text[0] switch { '+' => 1, '-' => -1, _ => 0 };
        text = text[1..];
        var minutes = 0;
        if (sign == 0 || !TryTake(ref text, 2, out var hours) || hours > MaxOffsetHours)
            return false;
        if (!text.IsEmpty && (!Skip(ref text, ':', text[0] == ':') || !TryTake(ref text, 2, out minutes) || minutes > 59))
            return false;
        offset = sign * new TimeSpan(hours, minutes, 0);
        return text.IsEmpty;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, int digits, out int number)
    {
        number = 0;
        if (text.Length < digits)
            return false;
        foreach (var digit in text[..digits])
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            number = (number * 10) + (digit - '0');
        }

        text = text[digits..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, char separator, bool expected)
    {
        if (!expected)
            return true;
        if (text.IsEmpty || text[0] != separator)
            return false;
        text = text[1..];
        return true;
    }
}
