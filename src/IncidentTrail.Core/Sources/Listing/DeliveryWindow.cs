using System.Globalization;

namespace IncidentTrail.Sources.Listing;

/// <summary>
/// Which deliveries can hold the events of a window. A log is delivered after its events, so nothing named before the
/// window's start can hold one of them, but for the quarter of an hour that names may be early; it may come late, so the
/// names go on for a slack behind the window's end. Both are in UTC, as the keys are, whatever the user's zone.
/// </summary>
internal sealed class DeliveryWindow
{
    public DeliveryWindow(DateTime? startUtc, DateTime? endUtc, TimeSpan slack)
    {
        FromUtc = startUtc is { } start ? Minute(start.Ticks - EngineLimits.NamesMayBeEarly.Ticks) : null;
        UntilUtc = endUtc is { } end ? Minute(end.Ticks + slack.Ticks + TimeSpan.TicksPerMinute - 1) : null;
    }

    /// <summary>Every delivery.</summary>
    public static DeliveryWindow Unbounded { get; } = new(null, null, TimeSpan.Zero);

    /// <summary>The first minute of delivery that counts; null for all.</summary>
    public DateTime? FromUtc { get; }

    /// <summary>The minute of delivery where it ends, exclusive; null for no end.</summary>
    public DateTime? UntilUtc { get; }

    /// <summary>The name behind which a folder's list begins.</summary>
    public string? After(RegionFolder folder) =>
        FromUtc is not { } from ? null : IsDigests(folder) ? folder.Prefix + DayPrefix(from) : Name(folder, from);

    /// <summary>The name at which a folder's list ends.</summary>
    public string? Before(RegionFolder folder) => UntilUtc is not { } until ? null
        : IsDigests(folder) ? folder.Prefix + DayPrefix(Later(until, EngineLimits.DigestsFollow).Date.AddDays(1)) : Name(folder, until);

    /// <summary>What the keys of a day begin with.</summary>
    public static string DayPrefix(DateTime day) => day.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture);

    // A digest's name holds the trail's before the time, so only its day is looked at.
    private static bool IsDigests(RegionFolder folder) => folder.Kind == "CloudTrail-Digest";

    private static DateTime Later(DateTime time, TimeSpan span) =>
        time < DateTime.MaxValue.AddDays(-2) ? time + span : DateTime.MaxValue.AddDays(-2);

    private static string Name(RegionFolder folder, DateTime minute) =>
        folder.Prefix + DayPrefix(minute) + folder.AccountId + '_' + folder.Kind + '_' + folder.Region + '_'
        + minute.ToString("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);

    private static DateTime Minute(long ticks)
    {
        ticks = Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks);
        return new DateTime(ticks - (ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
    }
}
