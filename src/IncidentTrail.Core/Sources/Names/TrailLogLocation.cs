using IncidentTrail.Sources.Names;

namespace IncidentTrail;

/// <summary>
/// What a key or path tells about a log: <c>[prefix/]AWSLogs/[o-id/]account/Kind/region/yyyy/MM/dd/name</c>. A folder that is
/// known decides the kind; elsewhere a file is known by its name alone. Every part may be missing.
/// </summary>
public static class TrailLogLocation
{
    /// <summary>A log in S3.</summary>
    public static TrailLog FromKey(
        string bucket, string key, long? size = null, DateTime? lastModifiedUtc = null, string? etag = null,
        string? storageClass = null) =>
        Describe(key, bucket + "/" + key, size, lastModifiedUtc, null, bucket, key, etag, storageClass);

    /// <summary>A log on disk, by its full path.</summary>
    public static TrailLog FromPath(string path, long? size = null, DateTime? lastModifiedUtc = null) =>
        Describe(path, path, size, lastModifiedUtc, path, null, null, null, null);

    /// <summary>A log on disk, in a folder whose path has been read.</summary>
    internal static TrailLog FromPath(LogFolder folder, string path, ReadOnlySpan<char> name, long? size = null, DateTime? lastModifiedUtc = null) =>
        Describe(folder, name, path, size, lastModifiedUtc, path, null, null, null, null);

    private static TrailLog Describe(
        ReadOnlySpan<char> text, string location, long? size, DateTime? modified, string? path, string? bucket, string? key,
        string? etag, string? storageClass)
    {
        var name = text[(text.LastIndexOfAny('/', '\\') + 1)..];
        return Describe(LogFolder.Of(text[..^name.Length]), name, location, size, modified, path, bucket, key, etag, storageClass);
    }

    private static TrailLog Describe(
        LogFolder folder, ReadOnlySpan<char> text, string location, long? size, DateTime? modified, string? path, string? bucket,
        string? key, string? etag, string? storageClass)
    {
        var isNamed = LogName.TryParse(text, out var name);
        var kind = isNamed ? folder.KindOf(name) : folder.Kind;
        return new TrailLog
        {
            Kind = kind, AccountId = folder.AccountId ?? (isNamed ? name.AccountId.ToString() : null), OrganizationId = folder.OrganizationId,
            Region = folder.Region ?? (isNamed ? name.Region.ToString() : null),
            DeliveryTimeUtc = kind == TrailLogKind.EventHistory ? null : name.DeliveryTimeUtc,
            Size = size, LastModifiedUtc = modified, Location = location, Path = path, BucketName = bucket, Key = key, ETag = etag,
            StorageClass = storageClass,
        };
    }
}
