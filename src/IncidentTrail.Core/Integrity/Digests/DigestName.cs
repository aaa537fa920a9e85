using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentTrail.Integrity.Digests;

/// <summary>
/// What the name of a digest tells: <c>account_CloudTrail-Digest_region_trail_home_yyyyMMddTHHmmssZ[_backfill].json.gz</c>. A
/// trail's name may hold <c>_</c>, so it is what is left between the two Regions.
/// </summary>
/// <param name="AccountId">The account whose logs it lists.</param>
/// <param name="Region">The Region whose logs it lists, and whose key it is signed with.</param>
/// <param name="Trail">The trail's name.</param>
/// <param name="HomeRegion">The trail's home Region.</param>
/// <param name="EndUtc">The end of the deliveries it lists, in UTC.</param>
/// <param name="IsBackfill">True for a digest of logs that were delivered late.</param>
internal sealed partial record DigestName(
    string AccountId, string Region, string Trail, string HomeRegion, DateTime EndUtc, bool IsBackfill)
{
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Reads the name at the end of a key or path; null where it is none of a digest.</summary>
    public static DigestName? Parse(string place)
    {
        var name = FileName(place);
        // Of the many names that are none, most are told by this already.
        if (!name.Contains("_CloudTrail-Digest_", StringComparison.Ordinal))
            return null;
        var match = Form().Match(name);
        if (!match.Success || !DateTime.TryParseExact(
            match.Groups["end"].ValueSpan, Stamp, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var end))
            return null;
        return new DigestName(
            match.Groups["account"].Value, match.Groups["region"].Value, match.Groups["trail"].Value,
            match.Groups["home"].Value, end, match.Groups["backfill"].Success);
    }

    /// <summary>The chain that it is a link of.</summary>
    public (string, string, string, string, bool) Chain => (AccountId, Region, Trail, HomeRegion, IsBackfill);

    /// <summary>The key that a digest of the same chain has which ends at another time.</summary>
    /// <param name="key">The key of this one.</param>
    /// <param name="endUtc">The other's end, in UTC.</param>
    public string KeyAt(string key, DateTime endUtc)
    {
        var name = FileName(key);
        var folder = key[..^name.Length];
        var day = EndUtc.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture);
        if (folder.EndsWith(day, StringComparison.Ordinal))
            folder = folder[..^day.Length] + endUtc.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture);
        var stamp = EndUtc.ToString(Stamp, CultureInfo.InvariantCulture);
        var at = name.LastIndexOf(stamp, StringComparison.Ordinal);
        return folder + name[..at] + endUtc.ToString(Stamp, CultureInfo.InvariantCulture) + name[(at + stamp.Length)..];
    }

    /// <summary>What stands behind the last slash, of either kind.</summary>
    internal static string FileName(string place) => place[(place.AsSpan().LastIndexOfAny('/', '\\') + 1)..];

    [GeneratedRegex(
        @"^(?<account>\d{12})_CloudTrail-Digest_(?<region>[a-z0-9-]+)_(?<trail>.+)_(?<home>[a-z0-9-]+)_(?<end>\d{8}T\d{6}Z)(?<backfill>_backfill)?\.json(\.gz)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
