namespace IncidentTrail.PowerShell.Arguments;

/// <summary>A place that is written like a path and is none: a bucket's address, a page of the web.</summary>
internal static class OtherPlace
{
    private const string BucketArn = "arn:aws";
    private const string Folder = "AWSLogs";

    /// <summary>The file that a <c>file:</c> address names; null where the text is none.</summary>
    public static string? FileOf(string text) =>
        text.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.IsFile
            ? address.LocalPath : null;

    /// <summary>Why it cannot be read as a path, and how it can be read; null where it is no such place.</summary>
    public static TrailFault? Fault(string text)
    {
        if (InBucket(text) is var (bucket, below))
        {
            return new TrailFault(
                TrailFaultKind.Argument, text, $"'{text}' is in a bucket and no path of this machine.",
                CmdletRemedies.InBucket(ParametersOf(bucket, below)));
        }
        if (text.StartsWith(BucketArn, StringComparison.OrdinalIgnoreCase) && text.Split(':', 6).Length == 6)
        {
            return new TrailFault(
                TrailFaultKind.Argument, text, $"'{text}' names a thing of AWS and no path of this machine.", CmdletRemedies.NamedByArn);
        }
        return Scheme(text) is { } scheme
            ? new TrailFault(
                TrailFaultKind.Argument, text, $"'{text}' is an address ({scheme}:) and no path of this machine.",
                CmdletRemedies.OnTheWeb)
            : null;
    }

    /// <summary>True for text that a bucket can be called by.</summary>
    public static bool MayBeBucket(string text) => text.Length is >= 3 and <= 63
        && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c is '-' or '.');

    /// <summary>The same for a place that is to be written to.</summary>
    public static TrailFault? FaultOfWriting(string text) => InBucket(text) is not null || Scheme(text) is not null
        ? new TrailFault(
            TrailFaultKind.Argument, text, $"'{text}' is no path of this machine, and only there is written.",
            CmdletRemedies.WriteToDisk)
        : null;

    /// <summary>Why an address in place of a bucket's name, or of what keys begin with, is none; null for any other text.</summary>
    public static TrailFault? FaultOfPart(string parameter, string? text) => text is not null && InBucket(text) is var (bucket, below)
        ? new TrailFault(
            TrailFaultKind.Argument, text, $"'{text}' is an address in S3, of which -{parameter} takes a part.",
            CmdletRemedies.InBucket(ParametersOf(bucket, below)))
        : null;

    private static string ParametersOf(string bucket, string below)
    {
        var named = bucket.Length == 0 ? "-BucketName NAME" : $"-BucketName {Quoted(bucket)}";
        below = below.TrimStart('/');
        var name = below[(below.LastIndexOf('/') + 1)..];
        if (name.Contains('.', StringComparison.Ordinal) && !name.Contains('*', StringComparison.Ordinal))
            return $"{named} -Key {Quoted(below)}";
        var folder = $"/{below}".IndexOf($"/{Folder}", StringComparison.Ordinal);
        var prefix = (folder < 0 ? below : below[..Math.Max(folder - 1, 0)]).TrimEnd('/', '*');
        return named + (prefix.Length == 0 ? "" : $" -KeyPrefix {Quoted(prefix)}")
            + (folder < 0 ? "" : $" (what stands before {Folder}; -AccountId, -Region, -StartTime and -EndTime choose below it)");
    }

    private static string Quoted(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '=') ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // s3://bucket/key, arn:aws:s3:::bucket/key, and S3's web addresses with the bucket in the host or in the path.
    private static (string Bucket, string Below)? InBucket(string text)
    {
        if (Scheme(text) is "s3" or "s3a" or "s3n")
            return Split(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart('/'));
        if (text.StartsWith(BucketArn, StringComparison.OrdinalIgnoreCase) && text.Split(':', 6) is [_, _, "s3", "", "", var resource])
            return Split(resource);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || !address.Host.Contains(".amazonaws.com", StringComparison.OrdinalIgnoreCase))
            return null;
        var host = address.Host.Split('.');
        var service = Array.FindIndex(host, part => part == "s3" || part.StartsWith("s3-", StringComparison.Ordinal));
        var path = Uri.UnescapeDataString(address.AbsolutePath).TrimStart('/');
        return service < 0 ? null : service == 0 ? Split(path) : (string.Join('.', host[..service]), path);
    }

    private static (string Bucket, string Below) Split(string place) =>
        place.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? (place[..slash], place[(slash + 1)..]) : (place, "");

    private static string? Scheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && text.AsSpan(colon).StartsWith(":/") && text.AsSpan(0, colon).IndexOfAnyExceptInRange('0', 'z') < 0
            && char.IsAsciiLetter(text[0]) && text.AsSpan(0, colon).IndexOfAny(" /\\") < 0
            ? text[..colon].ToLowerInvariant() : null;
    }
}
