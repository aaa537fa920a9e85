namespace IncidentTrail.Integrity.Places;

/// <summary>Names by which files and buckets may be known beside their own.</summary>
internal static class PlaceNames
{
    /// <summary>A file's name without <c>.gz</c>: a copy may have been inflated.</summary>
    public static string Plain(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;

    /// <summary>True for the ARN or alias of an access point, which leads to a bucket of another name.</summary>
    public static bool IsAccessPoint(string bucket) =>
        bucket.StartsWith("arn:", StringComparison.Ordinal) || bucket.EndsWith("-s3alias", StringComparison.Ordinal);
}
