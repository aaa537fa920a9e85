using IncidentTrail.Texts;

namespace IncidentTrail;

/// <summary>How far a source reaches for one account and Region, and how many events came from there.</summary>
public sealed class TrailReach
{
    internal TrailReach(string? accountId, string? region)
    {
        AccountId = accountId;
        Region = region;
    }

    /// <summary>The account whose events these are; null where the source does not tell.</summary>
    public string? AccountId { get; }

    /// <summary>The Region; null where the source does not tell.</summary>
    public string? Region { get; }

    /// <summary>Events delivered from there.</summary>
    public long EventCount { get; internal set; }

    /// <summary>
    /// The newest time read, in UTC, matching or not: of an event in Event history, of a delivery (by the minute in its
    /// name) in log files. Null before the first. What was called later is not in the answer.
    /// </summary>
    public DateTime? ReachesUtc { get; private set; }

    /// <summary>The oldest time read, in UTC; Event history is read back from now. Null for log files.</summary>
    public DateTime? ReadBackToUtc { get; private set; }

    /// <summary>The ids that AWS knows the requests by, in their order; none for log files.</summary>
    public TrailList<string> RequestIds { get; } = [];

    /// <summary>Notes a request.</summary>
    internal void AddRequest(string requestId) => RequestIds.Append(requestId);

    /// <summary>Notes a time that was read, in UTC.</summary>
    internal void Extend(DateTime readUtc)
    {
        if (!(readUtc <= ReachesUtc))
            ReachesUtc = readUtc;
    }

    /// <summary>Notes a time that was read going back, in UTC.</summary>
    internal void ExtendBack(DateTime readUtc)
    {
        if (!(readUtc >= ReadBackToUtc))
            ReadBackToUtc = readUtc;
    }

    /// <summary>As in <c>111122223333 us-east-1: 12 events, to 2026-03-01 12:00:00Z</c>.</summary>
    public override string ToString() => TextForDisplay.Plain(
        $"{AccountId ?? "unknown account"} {Region ?? "unknown Region"}: {EventCount} {Counted.Noun(EventCount, "event")}, "
        + (ReachesUtc is { } time ? FormattableString.Invariant($"to {time:u}") : "nothing read"));
}
