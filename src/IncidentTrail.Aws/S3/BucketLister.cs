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
            return await client.GetAsync(new S3Get("ListObjectsV2", null, Query(request)), ReadAsync, token).ConfigureAwait(false);
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

    private static async Task<KeyPage> ReadAsync(HttpResponseMessage response, CancellationToken token)
    {
        using var _ = response;
        using var body = new MemoryStream();
        var stream = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        var piece = new byte[64 * 1024];
        while (await BodyBytes.ReadAsync(stream, piece, patience, token).ConfigureAwait(false) is var read and > 0)
            body.Write(piece, 0, read);
        body.Position = 0;
        return ListPageReader.Read(body);
    }

    // In the order of the names, as the signature wants them.
    private static string Query(KeyPageRequest request) =>
        (request.Continuation is null ? "" : $"continuation-token={Value(request.Continuation)}&")
        + (request.Folders ? "delimiter=%2F&" : "")
        + "encoding-type=url&list-type=2&prefix=" + Value(request.Prefix)
        + (request.After is null || request.Continuation is not null ? "" : $"&start-after={Value(request.After)}");

    private static string Value(string text) => S3Address.Encode(text, keepSlashes: false);
}
