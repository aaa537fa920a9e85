namespace IncidentTrail.Sources.Listing;

/// <summary>A key as a bucket lists it.</summary>
internal readonly record struct ListedKey(
    string Key, long Size, DateTime? LastModifiedUtc, string? ETag, string? StorageClass);
