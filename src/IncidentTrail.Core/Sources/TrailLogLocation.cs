using System.Globalization;
using System.Text.RegularExpressions;
using IncidentTrail.Sources;

namespace IncidentTrail;

/// <summary>
/// What a key or path tells about a log: <c>[prefix/]AWSLogs/[o-id/]account/Kind/region/yyyy/MM/dd/name</c>. A folder that is
/// known decides the kind; elsewhere a file is known by its name alone. Every part may be missing.
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
            // A log is one wherever it lies, also where another service's folder was copied over it.
            if (kind is TrailLogKind.Unknown or TrailLogKind.OtherService)
                kind = LogFolders.KindOf(name.Groups["kind"].Value);
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
        var last = parts.Length - 1;
        var next = Array.LastIndexOf(parts, "AWSLogs", last) is var root and >= 0 ? root + 1 : BareAccount(parts);
        if (next < 0)
            return (TrailLogKind.Unknown, null, null, null);
        string? organization = null;
        if (next < last && parts[next].StartsWith("o-", StringComparison.Ordinal))
            organization = parts[next++];
        if (next >= last || !LogFolders.IsAccount(parts[next]))
            return (TrailLogKind.Unknown, null, organization, null);
        var account = parts[next++];
        var kind = next < last ? LogFolders.KindOf(parts[next]) : TrailLogKind.Unknown;
        // What is copied from inside CloudTrail's folder has the Region next to the account.
        if (kind != TrailLogKind.Unknown)
            next++;
        var region = kind != TrailLogKind.OtherService && next < last && LogFolders.IsRegion(parts[next]) ? parts[next] : null;
        return (kind, account, organization, region);
    }

    // Where a copy was made of what is inside AWSLogs: an account's folder with a known one in it.
    private static int BareAccount(string[] parts)
    {
        for (var i = parts.Length - 3; i >= 0; i--)
        {
            if (LogFolders.IsAccount(parts[i]) && LogFolders.KindOf(parts[i + 1]) != TrailLogKind.Unknown)
                return i > 0 && parts[i - 1].StartsWith("o-", StringComparison.Ordinal) ? i - 1 : i;
        }
        return -1;
    }

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
