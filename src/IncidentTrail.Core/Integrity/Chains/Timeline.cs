using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Chains;

/// <summary>The hours of a chain as they are passed, newest first: which of them lack a digest, and where a chain began anew.</summary>
internal sealed class Timeline(IntegrityScope scope)
{
    private readonly Queue<WalkStep> _missing = new();

    // The digest passed last, and where it is or should be.
    private JudgedDigest? _newer;
    private DigestName? _name;
    private (string? Bucket, string Place) _place;

    /// <summary>What is to be said of the time between the digest passed last and this one.</summary>
    /// <param name="judged">This one.</param>
    public IEnumerable<WalkStep> Pass(JudgedDigest judged)
    {
        // A year is told by a name alone: the hours up to it would have no end.
        if (!judged.IsTrusted && !scope.MayEnd(judged.Read.Name))
            yield break;
        var (newer, name, place) = (_newer, _name, _place);
        (_newer, _name) = (judged, judged.Read.Name);
        _place = (judged.Read.File.BucketName, judged.Read.File.Key ?? judged.Read.File.Location);
        if (name is null || name.IsBackfill)
            yield break;
        if (newer is { IsTrusted: true, Digest: { } begun })
        {
            if (begun.Previous is null && Gap(judged, begun) is { } gap)
                yield return new WalkStep(Gap: gap);
            // One that nobody signed has a row that says so, or else the hours count: it lies behind the window.
            if (newer.Status == TrailIntegrityStatus.Valid || scope.OverlapsHour(name.EndUtc))
                yield break;
        }
        foreach (var end in MissingDigest.Between(name.EndUtc, judged.Read.Name.EndUtc).Where(scope.OverlapsHour))
        {
            yield return new WalkStep(Missing: MissingDigest.At(
                place.Bucket, place.Place, name, end, null, "The digests before and after it are there, and CloudTrail writes one each hour."));
        }
        if (AfterLast(judged.Read.Name.EndUtc, name.EndUtc) is { } next)
        {
            yield return new WalkStep(Missing: MissingDigest.At(
                _place.Bucket, _place.Place, judged.Read.Name, next, null,
                FormattableString.Invariant($"CloudTrail writes a digest each hour, and the next one that is there or named ends {name.EndUtc:yyyy-MM-dd HH:mm:ss}Z.")));
        }
    }

    /// <summary>Notes a digest that its successor names and that is not there.</summary>
    public void Miss(JudgedDigest successor, DigestLink link, DigestName name)
    {
        (_newer, _name, _place) = (null, name, (link.Bucket, link.Key));
        if (!scope.OverlapsHour(name.EndUtc))
            return;
        var by = successor.Read.File.Location;
        _missing.Enqueue(new WalkStep(Missing: MissingDigest.At(
            link.Bucket, link.Key, name, name.EndUtc, by,
            $"{by} names it as the digest before it."
            + (scope.StartUtc is null ? " Where what is tested begins here on purpose, give -StartTime." : ""))));
    }

    /// <summary>The digest that was noted as missing; null where none was.</summary>
    public WalkStep? TakeMissing() => _missing.TryDequeue(out var step) ? step : null;

    // The end of the digest behind the last of the window, where what comes later tells no hours: nothing that can be believed says
    // that the chain was ended.
    private DateTime? AfterLast(DateTime last, DateTime laterUtc)
    {
        var next = last + EngineLimits.DigestPeriod;
        return scope.OverlapsHour(next) && !scope.OverlapsHour(laterUtc) && scope.EndUtc - last > EngineLimits.DigestMissing
            && laterUtc - next > EngineLimits.DigestMissing && MissingDigest.IsOfOtherMinute(laterUtc, last) ? next : null;
    }

    private TrailIntegrityGap? Gap(JudgedDigest older, Digest begun)
    {
        var ended = older.EndUtc;
        return ended > begun.StartUtc || !scope.Overlaps(ended, begun.StartUtc) ? null : new TrailIntegrityGap
        {
            AccountId = older.Read.Name.AccountId, Region = older.Read.Name.Region, TrailName = older.Read.Name.Trail,
            StartTimeUtc = ended, EndTimeUtc = begun.StartUtc,
        };
    }
}
