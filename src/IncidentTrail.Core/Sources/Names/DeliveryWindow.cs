namespace IncidentTrail.Sources.Names;

/// <summary>
/// Which deliveries can hold the events of a window. A log is delivered after its events, so nothing named before the
/// window's start can hold one of them, but for the quarter of an hour that names may be early; it may come late, so the
/// names go on for a slack behind the window's end. Both are in UTC, as the names are, whatever the user's zone.
/// </summary>
internal sealed class DeliveryWindow
{
    private readonly TimeSpan _digestsFollow;

    /// <param name="startUtc">The window's first instant, in UTC; null for none.</param>
    /// <param name="endUtc">Its end, in UTC; null for none.</param>
    /// <param name="slack">How long behind its end a delivery counts.</param>
    /// <param name="digestsFollow">How long behind a delivery its digest is looked for.</param>
    public DeliveryWindow(DateTime? startUtc, DateTime? endUtc, TimeSpan slack, TimeSpan? digestsFollow = null)
    {
        _digestsFollow = digestsFollow ?? EngineLimits.DigestsFollow;
        FromUtc = startUtc is { } start ? Minute(start.Ticks - EngineLimits.NamesMayBeEarly.Ticks) : null;
        UntilUtc = endUtc is { } end ? Minute(end.Ticks + slack.Ticks + TimeSpan.TicksPerMinute - 1) : null;
    }

    /// <summary>Every delivery.</summary>
    public static DeliveryWindow Unbounded { get; } = new(null, null, TimeSpan.Zero);

    /// <summary>The first minute of delivery that counts; null for all.</summary>
    public DateTime? FromUtc { get; }

    /// <summary>The minute of delivery where it ends, exclusive; null for no end.</summary>
    public DateTime? UntilUtc { get; }

    /// <summary>True where it leaves nothing out.</summary>
    public bool IsUnbounded => FromUtc is null && UntilUtc is null;

    /// <summary>The deliveries of a kind: a digest's name tells its trail before its time, so of digests whole days count.</summary>
    public (DateTime? FromUtc, DateTime? UntilUtc) Of(TrailLogKind kind) =>
        kind != TrailLogKind.Digest ? (FromUtc, UntilUtc)
        : (FromUtc?.Date, UntilUtc is { } until ? Later(until, _digestsFollow).Date.AddDays(1) : null);

    /// <summary>True where a log of that name may be needed; one whose name tells no delivery may.</summary>
    public bool Covers(TrailLogKind kind, DateTime? deliveredUtc)
    {
        var (from, until) = Of(kind);
        return !(deliveredUtc < from) && !(deliveredUtc >= until);
    }

    /// <summary>True where a folder may hold a log that is needed.</summary>
    public bool Covers(LogFolder folder)
    {
        var (from, until) = Of(folder.Kind);
        return !(folder.EndDayUtc <= from) && !(folder.FirstDayUtc >= until);
    }

    private static DateTime Later(DateTime time, TimeSpan span) =>
        time < DateTime.MaxValue.AddDays(-2) ? time + span : DateTime.MaxValue.AddDays(-2);

    private static DateTime Minute(long ticks)
    {
        ticks = Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks);
        return new DateTime(ticks - (ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
    }
}
