using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Places;

/// <summary>Where digests and logs lie: a bucket, or a copy on disk.</summary>
internal interface IIntegrityPlace
{
    /// <summary>
    /// True for a copy: a digest may lie elsewhere than it says, and have lost its signature, which its successor knows. False
    /// for the bucket itself.
    /// </summary>
    bool IsCopy { get; }

    /// <summary>The digests that may be needed, in any order, and notices of what could not be listed.</summary>
    IAsyncEnumerable<PlacedItem> DigestsAsync(IntegrityScope scope, CancellationToken token);

    /// <summary>The logs that may have been delivered in the window, in any order, and notices of what could not be listed.</summary>
    IAsyncEnumerable<PlacedItem> LogsAsync(IntegrityScope scope, CancellationToken token);

    /// <summary>The files that an object is here; none where it is known not to be there.</summary>
    IReadOnlyList<TrailLog> Find(string bucket, string key);

    /// <summary>The digests that were saved with a copy, with their signatures, and are not there any more; none in a bucket, which keeps no such list.</summary>
    IEnumerable<GoneDigest> Gone(IntegrityScope scope);

    /// <summary>The last delivery of the logs in a copy that are of a digest's account and Region, in UTC, by their names; null in a bucket.</summary>
    DateTime? LastDelivery(DigestName name, IntegrityScope scope);

    /// <summary>
    /// Opens a file that was listed or found. Throws <see cref="TrailSourceException"/> where it cannot be had; of the kind
    /// <see cref="TrailFaultKind.SourceNotFound"/> where it is not there.
    /// </summary>
    ValueTask<OpenedFile> OpenAsync(TrailLog file, CancellationToken token);
}
