using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentTrail;

/// <summary>
/// What a key or path tells about a log: <c>[prefix/]AWSLogs/[o-id/]account/Kind/region/yyyy/MM/dd/name</c>. The folder
/// decides the kind; a loose file is known by its name alone. Every part may be missing.
/// </summary>
public static partial class TrailLogLocation
{
    /// <summary>A log in S3.</summary>
    public static TrailLog FromKey(
        string bucket, string key, long? size = null, DateTime? lastModifiedUtc = null, string? etag = null,
        string? storageClass = null) =>
        Describe(key, bucket + "/" + key, size, lastModifiedUtc, null, bucket, key, etag, storageClass);

    /// <summary>A log on disk, by its full path.</summary>
    public static TrailLog FromPath(string path, long? size = null, DateTime? lastModifiedUtc = null) =>
        Describe(path.Replace('\\', '/'), path, size, lastModifiedUtc, path, null, null, null, null);

    private static TrailLog Describe(
        string text, string location, long? size, DateTime? modified, string? path, string? bucket, string? key,
        string? etag, string? storageClass)
    {
        var parts = text.Split('/');
        var (kind, account, organization, region) = ReadFolders(parts);
        DateTime? delivered = null;
        var name = FileName().Match(parts[^1]);
        if (name.Success)
        {
            if (kind == TrailLogKind.Unknown)
                kind = KindOf(name.Groups["kind"].Value);
            account ??= name.Groups["account"].Value;
            region ??= name.Groups["region"].Value;
            // A saved answer of Event history is named for when it was saved: nothing was delivered.
            delivered = kind == TrailLogKind.EventHistory ? null : ReadMinute(name.Groups["time"].Value);
        }

        return new TrailLog
        {
            Kind = kind, AccountId = account, OrganizationId = organization, Region = region,
            DeliveryTimeUtc = delivered, Size = size, LastModifiedUtc = modified, Location = location, Path = path,
            BucketName = bucket, Key = key, ETag = etag, StorageClass = storageClass,
        };
    }

    // A Control Tower prefix equals the organization's id, and a prefix may itself hold "AWSLogs": the last one counts.
    private static (TrailLogKind, string? Account, string? Organization, string? Region) ReadFolders(string[] parts)
    {
        var root = Array.LastIndexOf(parts, "AWSLogs", parts.Length - 1);
        if (root < 0)
            return (TrailLogKind.Unknown, null, null, null);
        var next = root + 1;
        string? organization = null;
        if (next < parts.Length - 1 && parts[next].StartsWith("o-", StringComparison.Ordinal))
            organization = parts[next++];
        if (next >= parts.Length - 1 || !IsAccount(parts[next]))
            return (TrailLogKind.Unknown, null, organization, null);
        var account = parts[next++];
        if (next >= parts.Length - 1)
            return (TrailLogKind.Unknown, account, organization, null);
        var kind = KindOf(parts[next++]);
        var region = kind != TrailLogKind.OtherService && next < parts.Length - 1 ? parts[next] : null;
        return (kind, account, organization, region);
    }

    private static bool IsAccount(string text) => text.Length == 12 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    internal static TrailLogKind KindOf(string folder) => folder switch
    {
        "CloudTrail" => TrailLogKind.CloudTrail,
        "CloudTrail-Insight" => TrailLogKind.Insight,
        "CloudTrail-NetworkActivity" => TrailLogKind.NetworkActivity,
        "CloudTrail-Aggregated" => TrailLogKind.Aggregated,
        "CloudTrail-Digest" => TrailLogKind.Digest,
        "EventHistory" => TrailLogKind.EventHistory,
        _ => TrailLogKind.OtherService,
    };

    private static DateTime? ReadMinute(string text) =>
        DateTime.TryParseExact(
            text.AsSpan(0, 13), "yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    // The time is at the end of a digest's name and before the unique string of a log's; trail names may hold '_'.
    [GeneratedRegex(
        @"^(?<account>\d{12})_(?<kind>CloudTrail(?:-[A-Za-z]+)?|EventHistory)_(?<region>[a-z0-9-]+)_(?:.*_)?(?<time>\d{8}T\d{4})(?:\d{2})?Z[^/]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
