namespace IncidentTrail.Sources.Listing;

/// <summary>A key as a bucket lists it; of what the bucket does not say, nothing is known.</summary>
internal sealed record ListedKey(
    string Key, long? Size, DateTime? LastModifiedUtc, string? ETag, string? StorageClass);
