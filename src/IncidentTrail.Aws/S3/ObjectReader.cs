using System.Buffers;
using IncidentTrail.Aws.Api;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Opens objects: small ones are read whole, so that a cut can be mended and the connection is free at once; large ones
/// are read as they come. What is held at once is bounded, whatever their number.
/// </summary>
internal sealed class ObjectReader(S3Client client, int throttleLimit, CancellationToken stop)
{
    private const int LargestHeld = 8 << 20;
    private const int AssumedSize = 1 << 20;
    private const long BytesHeld = 64L << 20;

    private readonly DownloadGate _gate = new(throttleLimit, BytesHeld);

    /// <summary>Opens an object. Throws <see cref="TrailSourceException"/> where it cannot be had.</summary>
    /// <param name="key">The object as it was listed, or a key alone.</param>
    /// <param name="listed">True where a list told its size and that it is there.</param>
    /// <param name="turn">Its place in the order of reading, different for each opening.</param>
    /// <param name="token">Gives up.</param>
    public async ValueTask<Stream> OpenAsync(ListedKey key, bool listed, long turn, CancellationToken token)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, token);
        var reserved = !listed ? AssumedSize : key.Size <= LargestHeld ? key.Size : 0;
        await _gate.EnterAsync(turn, reserved, both.Token).ConfigureAwait(false);
        Stream? body = null;
        try
        {
            return body = await client.GetAsync(
                new S3Get("GetObject", key.Key),
                (response, stopped) => ReadAsync(response, key, listed, () => _gate.Free(turn, reserved), stopped),
                both.Token).ConfigureAwait(false);
        }
        catch (ServiceException e)
        {
            throw new TrailSourceException(S3Faults.OfObject(client.Bucket, key.Key, listed, e));
        }
        finally
        {
            _gate.EndDownload();
            if (body is null)
                _gate.Free(turn, reserved);
        }
    }

    private async Task<Stream> ReadAsync(
        HttpResponseMessage response, ListedKey key, bool listed, Action free, CancellationToken token)
    {
        var length = response.Content.Headers.ContentLength;
        var headers = new ObjectHeaders(response);
        // Shorter than listed is cut, unless the object is another one by now.
        if (listed && length is not null && length != key.Size && (headers.ETag is not { } tag || SameTag(tag, key.ETag)))
        {
            response.Dispose();
            throw new IOException($"{length} bytes were offered where the list says {key.Size}");
        }

        if (length is null or > LargestHeld)
        {
            return new ResumingBody(
                client, key.Key, response, length ?? (listed ? key.Size : null),
                e => S3Faults.OfObject(client.Bucket, key.Key, listed, e), free, stop);
        }

        using var _ = response;
        var bytes = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
            var read = await BodyBytes.FillAsync(stream, bytes.AsMemory(0, (int)length), token).ConfigureAwait(false);
            if (read < length)
                throw new IOException($"it ended after {read} of {length} bytes");
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }

        return new HeldBody(headers, bytes, (int)length, free);
    }

    private static bool SameTag(string told, string? listed) => listed is null || told.Trim('"') == listed.Trim('"');
}
