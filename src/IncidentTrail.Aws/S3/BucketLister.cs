using Amazon.S3;
using Amazon.S3.Model;
using IncidentTrail.Aws.Api;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>Lists a bucket by ListObjectsV2, a few pages at a time, and counts the pages.</summary>
internal sealed class BucketLister(S3Client client) : IKeyLister, IDisposable
{
    private const int PagesAtOnce = 16;

    private readonly SemaphoreSlim _slots = new(PagesAtOnce);
    private int _folderPages;
    private int _keyPages;

    public string Bucket => client.Bucket;

    /// <summary>Pages of folders asked for so far.</summary>
    public int FolderPages => _folderPages;

    /// <summary>Pages of keys asked for so far.</summary>
    public int KeyPages => _keyPages;

    public async Task<KeyPage> ListAsync(KeyPageRequest request, CancellationToken token)
    {
        await _slots.WaitAsync(token).ConfigureAwait(false);
        try
        {
            Interlocked.Increment(ref request.Folders ? ref _folderPages : ref _keyPages);
            return Page(await client.ListAsync(
                new ListObjectsV2Request
                {
                    Prefix = request.Prefix,
                    Delimiter = request.Folders ? "/" : null,
                    ContinuationToken = request.Continuation,
                    StartAfter = request.Continuation is null ? request.After : null,
                    // Keys may hold characters that XML forbids.
                    Encoding = EncodingType.Url,
                },
                token).ConfigureAwait(false));
        }
        catch (ServiceException e)
        {
            throw new TrailSourceException(S3Faults.OfListing(Bucket, request.Prefix, e));
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();

    private KeyPage Page(ListObjectsV2Response answer)
    {
        // The SDK takes whatever answers 200 for a list, and one without its elements for an empty list.
        if (answer.IsTruncated is null && answer.Name is null)
            throw NoList("the answer is no list");
        var truncated = answer.IsTruncated == true;
        if (truncated && string.IsNullOrEmpty(answer.NextContinuationToken))
            throw NoList("the list says that more follows, and not where");
        var encoded = answer.Encoding == EncodingType.Url;
        return new KeyPage(
            [
                .. (answer.S3Objects ?? []).Select(found => new ListedKey(
                    Decode(found.Key, encoded), found.Size ?? 0, found.LastModified?.ToUniversalTime(), found.ETag,
                    found.StorageClass?.Value)),
            ],
            [.. (answer.CommonPrefixes ?? []).Select(folder => Decode(folder, encoded))],
            truncated ? answer.NextContinuationToken : null);
    }

    private ServiceException NoList(string message) =>
        new("s3", "ListObjectsV2", client.Region, ServiceError.OfConnection(message), 1);

    private static string Decode(string? text, bool encoded) =>
        text is null ? "" : encoded ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text;
}
