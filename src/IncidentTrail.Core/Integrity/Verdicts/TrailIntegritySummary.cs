using IncidentTrail.Integrity.Verdicts;

namespace IncidentTrail;

/// <summary>What a test of log integrity found, counted.</summary>
public sealed class TrailIntegritySummary
{
    private static readonly DateTime s_nowhere = DateTime.MinValue;

    private readonly Dictionary<(string? AccountId, string? Region, string? Trail), DateTime> _ends = [];
    private int _faults;

    /// <summary>
    /// True only where at least one digest or log is Valid, all others are Valid or NotYetCovered, and everything could be
    /// listed.
    /// </summary>
    public bool IsIntact => Of(TrailIntegrityStatus.Valid) > 0 && _faults == 0
        && Of(TrailIntegrityStatus.Valid) + Of(TrailIntegrityStatus.NotYetCovered)
            == Digests.Total + BackfillDigests.Total + Logs.Total && Files.Valid == Files.Total;

    /// <summary>Hourly digests.</summary>
    public TrailIntegrityCounts Digests { get; } = new();

    /// <summary>Digests of logs that were delivered late.</summary>
    public TrailIntegrityCounts BackfillDigests { get; } = new();

    /// <summary>Logs.</summary>
    public TrailIntegrityCounts Logs { get; } = new();

    /// <summary>Files of a package that Export-IncidentTrailEvidence made, its manifest among them; no digests and logs that fit the manifest.</summary>
    public TrailIntegrityCounts Files { get; } = new();

    /// <summary>
    /// The SHA-256 of that package's manifest, in lower-case hex, to be compared with the protocol's; null where none was tested.
    /// </summary>
    public string? ManifestSha256 { get; private set; }

    /// <summary>Times between two chains of digests, newest first.</summary>
    public TrailList<TrailIntegrityGap> Gaps { get; } = [];

    /// <summary>The beginning of the window asked for, in local time; null where none was given.</summary>
    public DateTime? StartTime => StartTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? StartTimeUtc { get; init; }

    /// <summary>The end of the window asked for, exclusive, in local time; null where none was given.</summary>
    public DateTime? EndTime => EndTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? EndTimeUtc { get; init; }

    /// <summary>Where the first digest begins that was found and could be read, in local time; null where none was.</summary>
    public DateTime? FoundStartTime => FoundStartTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? FoundStartTimeUtc { get; private set; }

    /// <summary>Where the last digest ends that was found and could be read, in local time; null where none was.</summary>
    public DateTime? FoundEndTime => FoundEndTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? FoundEndTimeUtc { get; private set; }

    /// <summary>
    /// Through which instant the digests of every account, Region and trail reach that were found or are missing, in local time: the earliest
    /// of the ends of their newest ones, of those that are Valid, HashOnly or KeyNotFound; null where none is, or none of one of them. What was
    /// delivered after it no digest lists yet, and had it been deleted, nothing would show it.
    /// </summary>
    public DateTime? CoveredUntilTime => CoveredUntilTimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? CoveredUntilTimeUtc => _ends.Count == 0 || _ends.ContainsValue(s_nowhere) ? null : _ends.Values.Min();

    /// <summary>The verdict in one line.</summary>
    public override string ToString() =>
        $"{(IsIntact ? "intact" : "not proven intact")}; digests: {Digests}"
        + (CoveredUntilTimeUtc is { } until ? FormattableString.Invariant($", through {until:yyyy-MM-dd HH:mm:ss}Z") : "")
        + $"; backfill digests: {BackfillDigests}; logs: {Logs}" + (Files.Total == 0 ? "" : $"; files of the package: {Files}");

    internal void Take(IntegrityItem item)
    {
        if (item.Result is { } result)
            Take(result);
        if (item.Gap is { } gap)
            Gaps.Append(gap);
        // A fault, or a warning of something left out: what was not read is not proven.
        if (item.Notice is { } notice)
            _faults += notice.Kind == TrailNoticeKind.Fault || notice.IsOfGap ? 1 : 0;
    }

    private void Take(TrailIntegrityResult result)
    {
        var counts = result.Kind switch
        {
            TrailIntegrityKind.Digest => Digests,
            TrailIntegrityKind.BackfillDigest => BackfillDigests,
            TrailIntegrityKind.Manifest or TrailIntegrityKind.File => Files,
            _ => Logs,
        };
        counts.Count(result.Status);
        if (result.Kind == TrailIntegrityKind.Manifest)
            ManifestSha256 = result.Sha256;
        // Digests of logs that came late tell nothing of their hour.
        if (result.Kind == TrailIntegrityKind.Digest)
            Reach(result);
        if (result.Status is TrailIntegrityStatus.Missing || result is not { StartTimeUtc: { } start, EndTimeUtc: { } end })
            return;
        if (!(start >= FoundStartTimeUtc))
            FoundStartTimeUtc = start;
        if (!(end <= FoundEndTimeUtc))
            FoundEndTimeUtc = end;
    }

    // One that is missing, or that something speaks against, reaches nowhere.
    private void Reach(TrailIntegrityResult digest)
    {
        var chain = (digest.AccountId, digest.Region, digest.TrailName);
        var end = digest is
        {
            StartTimeUtc: not null, EndTimeUtc: { } ended,
            Status: TrailIntegrityStatus.Valid or TrailIntegrityStatus.HashOnly or TrailIntegrityStatus.KeyNotFound,
        }
            ? ended : s_nowhere;
        if (!_ends.TryGetValue(chain, out var before) || before < end)
            _ends[chain] = end;
    }

    private int Of(TrailIntegrityStatus status) => Digests.Of(status) + BackfillDigests.Of(status) + Logs.Of(status);
}
