using IncidentTrail.Aws.Faults;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>Lists a bucket by ListObjectsV2, a few pages at a time, and counts the pages.</summary>
/// <param name="client">The client of the bucket.</param>
/// <param name="throttleLimit">How many pages may be asked for at once, where that is fewer than a list takes by itself.</param>
internal sealed class BucketLister(S3Client client, int? throttleLimit) : IKeyLister, IDisposable
{
    private readonly SemaphoreSlim _slots = new(Math.Min(throttleLimit ?? AdapterLimits.PagesAtOnce, AdapterLimits.PagesAtOnce));
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
            return await client.ListAsync(request, token).ConfigureAwait(false);
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
}
