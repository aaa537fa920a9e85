namespace IncidentTrail;

/// <summary>
/// A time that no digest covers, since one chain of digests ended and another began: validation or logging was turned off
/// and on again.
/// </summary>
public sealed class TrailIntegrityGap
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>The trail.</summary>
    public required string TrailName { get; init; }

    /// <summary>Where the earlier chain ended, in local time.</summary>
    public DateTime StartTime => StartTimeUtc.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public required DateTime StartTimeUtc { get; init; }

    /// <summary>Where the later chain began, in local time.</summary>
    public DateTime EndTime => EndTimeUtc.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public required DateTime EndTimeUtc { get; init; }

    /// <summary>The gap in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{TextForDisplay.Plain(TrailName)} in {TextForDisplay.Plain(Region)}: {StartTimeUtc:yyyy-MM-dd HH:mm:ss}Z to {EndTimeUtc:yyyy-MM-dd HH:mm:ss}Z");
}
