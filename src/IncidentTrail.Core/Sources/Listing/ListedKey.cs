namespace IncidentTrail.Sources.Listing;

/// <summary>A key as a bucket lists it; of what the bucket does not say, nothing is known.</summary>
/// <param name="Key">The key.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="LastModifiedUtc">When the object was last written.</param>
/// <param name="ETag">The entity tag.</param>
/// <param name="StorageClass">The storage class. A restored copy of an archived object keeps its class.</param>
/// <param name="IsRestored">Whether a copy of an archived object can be read: false while it is being restored, null where
/// nobody asked for it.</param>
internal sealed record ListedKey(
    string Key, long? Size, DateTime? LastModifiedUtc, string? ETag, string? StorageClass, bool? IsRestored = null)
{
    /// <summary>True where the object cannot be read before it is restored. GLACIER_IR can be read at once; of an
    /// INTELLIGENT_TIERING object no list tells whether it is archived.</summary>
    public bool IsArchived => StorageClass is "GLACIER" or "DEEP_ARCHIVE" && IsRestored != true;
}
