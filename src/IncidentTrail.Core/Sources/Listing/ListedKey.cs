namespace IncidentTrail.Sources.Listing;

/// <summary>A key as a bucket lists it; of what the bucket does not say, nothing is known.</summary>
internal readonly record struct ListedKey(
    string Key, long? Size, DateTime? LastModifiedUtc, string? ETag, string? StorageClass);
