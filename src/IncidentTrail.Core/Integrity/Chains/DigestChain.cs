using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Chains;

/// <summary>The digests of one account, Region and trail, hourly or backfill, as they were listed.</summary>
/// <param name="Counts">True where they give rows; false where they are read only for the logs they list.</param>
/// <param name="Newest">The last of all that were listed.</param>
/// <param name="Wanted">Those to be read, newest first: what the window needs, and the ones before and behind it.</param>
/// <param name="IsNeeded">True where some are of the window.</param>
internal sealed record DigestChain(bool Counts, PlacedDigest Newest, IReadOnlyList<PlacedDigest> Wanted, bool IsNeeded)
{
    private readonly HashSet<string> _locations = [.. Wanted.Select(digest => digest.File.Location)];

    /// <summary>True where a digest will be read in its turn.</summary>
    public bool Holds(TrailLog file) => _locations.Contains(file.Location);

    /// <summary>Until when they should be there; null where nothing tells.</summary>
    public ChainEnd? End { get; init; }

    /// <summary>
    /// The digest that should be there behind the newest; null where none need be. CloudTrail writes one each hour, also where
    /// nothing was delivered.
    /// </summary>
    public TrailIntegrityResult? AfterNewest() =>
        End is null || End.UntilUtc - Newest.Name.EndUtc <= EngineLimits.DigestMissing ? null : MissingDigest.At(
            Newest.File.BucketName, Newest.File.Key ?? Newest.File.Location, Newest.Name, Newest.Name.EndUtc + EngineLimits.DigestPeriod, null,
            FormattableString.Invariant(
                $"CloudTrail writes a digest each hour, and none that ends after {Newest.Name.EndUtc:yyyy-MM-dd HH:mm:ss}Z is there, though {End.Why}"));
}
