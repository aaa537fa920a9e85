using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IncidentTrail.Drawings;

/// <summary>The hours in which people work: from one hour to another, past midnight too, on some days of the week.</summary>
internal sealed record WorkHours(int From, int To, IReadOnlyList<DayOfWeek> Days)
{
    private const string Wanted = "two full hours from 0 to 24 with a dash between them, such as 8-18 or 22-6";

    /// <summary>8 to 18, Monday to Friday.</summary>
    internal static WorkHours Default { get; } =
        new(8, 18, [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]);

    /// <summary>Reads hours as people type them.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out (int From, int To)? hours, [NotNullWhen(false)] out string? problem)
    {
        var parts = text.Split('-', '–');
        hours = parts.Length == 2 && Hour(parts[0]) is { } from && Hour(parts[1]) is { } to && from != to ? (from, to) : null;
        problem = hours is null ? $"'{TextForDisplay.Plain(text)}' is no span of hours: write {Wanted}." : null;
        return hours is not null;
    }

    /// <summary>True where somebody at that time of the clock works. A night's hours belong to the day on which they began.</summary>
    internal bool Has(DayOfWeek day, int hour)
    {
        if (From < To)
            return hour >= From && hour < To && Days.Contains(day);
        return hour >= From ? Days.Contains(day) : hour < To && Days.Contains((DayOfWeek)(((int)day + 6) % 7));
    }

    private static int? Hour(string text)
    {
        var hour = text.Trim();
        hour = hour.EndsWith(":00", StringComparison.Ordinal) ? hour[..^3] : hour;
        return int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 24 ? number : null;
    }
}
