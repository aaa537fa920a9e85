namespace IncidentTrail.Sources.Names;

/// <summary>
/// The name that CloudTrail gives a log or digest, read from both ends:
/// <c>account_Kind_region_[trail_home-region_]yyyyMMddTHHmm[ss]Z…</c>. The time is at the end of a digest's name and before the
/// unique string of a log's; names of trails may hold <c>_</c>.
/// </summary>
internal readonly ref struct LogName
{
    private const int Account = 12;
    private const int Minute = 13;

    /// <summary>The account.</summary>
    internal ReadOnlySpan<char> AccountId { get; private init; }

    /// <summary>The kind, as the folder of the kind is called.</summary>
    internal ReadOnlySpan<char> KindName { get; private init; }

    /// <summary>The Region.</summary>
    internal ReadOnlySpan<char> Region { get; private init; }

    /// <summary>The minute of delivery, in UTC; null where there is no such minute, or nothing was delivered.</summary>
    internal DateTime? DeliveryTimeUtc { get; private init; }

    /// <summary>Reads a name; false for one that is another's.</summary>
    internal static bool TryParse(ReadOnlySpan<char> name, out LogName parsed)
    {
        parsed = default;
        if (name.Length <= Account || !LogFolders.IsAccount(name[..Account]) || name[Account] != '_')
            return false;
        var rest = name[(Account + 1)..];
        if (rest.IndexOf('_') is not (>= 0 and var kindEnd) || !IsKind(rest[..kindEnd]))
            return false;
        var kind = rest[..kindEnd];
        rest = rest[(kindEnd + 1)..];
        if (rest.IndexOf('_') is not (> 0 and var regionEnd) || rest[..regionEnd].IndexOfAnyExcept(LogFolders.OfRegions) >= 0)
            return false;
        var time = Time(rest[regionEnd..]);
        if (time.IsEmpty)
            return false;
        parsed = new LogName
        {
            AccountId = name[..Account], KindName = kind, Region = rest[..regionEnd],
            // A saved answer of Event history is named for when it was saved: nothing was delivered.
            DeliveryTimeUtc = kind is "EventHistory" ? null : MinuteOf(time),
        };
        return true;
    }

    private static bool IsKind(ReadOnlySpan<char> kind)
    {
        const string Own = "CloudTrail";
        if (kind is "EventHistory" or Own)
            return true;
        if (!kind.StartsWith(Own + "-", StringComparison.Ordinal) || kind.Length == Own.Length + 1)
            return false;
        foreach (var c in kind[(Own.Length + 1)..])
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }
        return true;
    }

    // The last that is a time with a mark before it.
    private static ReadOnlySpan<char> Time(ReadOnlySpan<char> text)
    {
        for (var mark = text.LastIndexOf('_'); mark >= 0; mark = text[..mark].LastIndexOf('_'))
        {
            var time = text[(mark + 1)..];
            if (time.Length > Minute && IsDigits(time[..8]) && time[8] == 'T' && IsDigits(time[9..Minute])
                && (time[Minute] == 'Z' || (time.Length > Minute + 2 && IsDigits(time.Slice(Minute, 2)) && time[Minute + 2] == 'Z')))
                return time[..Minute];
        }
        return [];
    }

    // Of yyyyMMddTHHmm, all of it digits; null where the calendar or the clock has no such minute.
    private static DateTime? MinuteOf(ReadOnlySpan<char> time)
    {
        var (year, month, day) = (Number(time[..4]), Number(time[4..6]), Number(time[6..8]));
        var (hour, minute) = (Number(time[9..11]), Number(time[11..]));
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60
            ? new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc) : null;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (number * 10) + (digit - '0');
        return number;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
