using Amazon.S3;
using Amazon.S3.Model;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>Reads a page of a list.</summary>
internal static class S3KeyPage
{
    /// <summary>The page. Throws <see cref="InvalidDataException"/> where the answer is no list, or says that more follows and not where.</summary>
    public static KeyPage Of(ListObjectsV2Response answer)
    {
        // The SDK takes whatever answers 200 for a list, and one without its elements for an empty list.
        if (answer.IsTruncated is null && answer.Name is null)
            throw new InvalidDataException("the answer is no list");
        var next = string.IsNullOrEmpty(answer.NextContinuationToken) ? null : answer.NextContinuationToken;
        if (answer.IsTruncated == true && next is null)
            throw new InvalidDataException("the list says that more follows, and not where");
        var isEncoded = answer.Encoding == EncodingType.Url;
        return new KeyPage(
            [
                .. (answer.S3Objects ?? []).Select(found => new ListedKey(
                    Decoded(found.Key, isEncoded), found.Size, found.LastModified?.ToUniversalTime(), found.ETag, found.StorageClass?.Value,
                    found.RestoreStatus is { } restore ? restore.IsRestoreInProgress != true : null)),
            ],
            [.. (answer.CommonPrefixes ?? []).Select(folder => Decoded(folder, isEncoded))],
            answer.IsTruncated == false ? null : next);
    }

    private static string Decoded(string? text, bool isEncoded) =>
        text is null ? "" : isEncoded ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text;
}
