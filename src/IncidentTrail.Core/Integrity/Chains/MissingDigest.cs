using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Chains;

/// <summary>Makes the rows of digests that are not there.</summary>
internal static class MissingDigest
{
    /// <summary>The row of a digest of a chain by its end, at the place that its name gives it.</summary>
    /// <param name="bucket">The bucket; null on disk.</param>
    /// <param name="place">The key, or the path on disk, of a digest of the chain.</param>
    /// <param name="name">That digest's name.</param>
    /// <param name="endUtc">The end of the one that is missing.</param>
    /// <param name="by">Where the digest is that names it; null where the hour alone does.</param>
    /// <param name="reason">Why it should be there.</param>
    public static TrailIntegrityResult At(
        string? bucket, string place, DigestName name, DateTime endUtc, string? by, string reason)
    {
        var there = endUtc == name.EndUtc ? place : name.KeyAt(place, endUtc);
        return new TrailIntegrityResult
        {
            Kind = name.IsBackfill ? TrailIntegrityKind.BackfillDigest : TrailIntegrityKind.Digest,
            Status = TrailIntegrityStatus.Missing, Reason = reason, Location = bucket is null ? there : $"{bucket}/{there}",
            BucketName = bucket, Key = bucket is null ? null : there, AccountId = name.AccountId, Region = name.Region,
            TrailName = name.Trail, EndTimeUtc = endUtc, Digest = by,
        };
    }

    /// <summary>True where two digests do not lie whole hours apart: they may be of two chains, and nobody knows what was between them.</summary>
    public static bool IsOfOtherMinute(DateTime newerEndUtc, DateTime olderEndUtc)
    {
        var period = EngineLimits.DigestPeriod.Ticks;
        var off = (newerEndUtc - olderEndUtc).Ticks % period;
        return Math.Min(off, period - off) > EngineLimits.DigestDrift.Ticks;
    }

    /// <summary>The ends of the digests that are missing between two of a chain, newest first.</summary>
    public static IEnumerable<DateTime> Between(DateTime newerEndUtc, DateTime olderEndUtc)
    {
        var period = EngineLimits.DigestPeriod;
        if (IsOfOtherMinute(newerEndUtc, olderEndUtc))
            yield break;
        for (var end = newerEndUtc - period; end - olderEndUtc > EngineLimits.DigestMissing; end -= period)
            yield return end;
    }
}
