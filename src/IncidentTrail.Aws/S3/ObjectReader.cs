using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Opens objects: small ones are read whole, so that the connection is free at once; large ones are read as they come. What
/// is held at once is bounded, whatever their number.
/// </summary>
internal sealed class ObjectReader(S3Client client, int throttleLimit, CancellationToken stop)
{
    private readonly DownloadGate _gate = new(throttleLimit, AdapterLimits.BytesHeld);

    /// <summary>Opens an object. Throws <see cref="TrailSourceException"/> where it cannot be had.</summary>
    /// <param name="key">The object as it was listed, or a key alone.</param>
    /// <param name="listed">True where a list told its size and that it is there.</param>
    /// <param name="turn">Its place in the order of reading, however often it is opened.</param>
    /// <param name="token">Gives up.</param>
    public async ValueTask<Stream> OpenAsync(ListedKey key, bool listed, long turn, CancellationToken token)
    {
        if (key.IsArchived)
            throw new TrailSourceException(S3Faults.OfArchived(client.Bucket, key));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, token);
        var reserved = key.Size switch { null => AdapterLimits.AssumedSize, <= AdapterLimits.LargestHeld and var size => size, _ => 0 };
        await _gate.EnterAsync(turn, reserved, both.Token).ConfigureAwait(false);
        Stream? body = null;
        try
        {
            var attempts = client.Begin();
            var opened = new S3Object(await client.GetAsync(key.Key, 0, null, attempts, both.Token).ConfigureAwait(false));
            if (IsCut(key, opened.Headers))
                opened = await AnotherAsync(key, opened, attempts, both.Token).ConfigureAwait(false);
            var length = opened.Headers.Length;
            var large = new ResumingBody(
                client, key.Key, opened, length ?? key.Size, attempts, e => S3Faults.OfObject(client.Bucket, key.Key, listed, e), stop);
            if (length is null or > AdapterLimits.LargestHeld)
                return body = large.Freeing(() => _gate.Leave(turn, reserved));
            var held = await large.WholeAsync((int)length, both.Token).ConfigureAwait(false);
            body = new HeldBody(opened.Headers, held, (int)length, () => _gate.Free(turn, reserved));
            _gate.EndDownload();
            return body;
        }
        catch (ServiceException e)
        {
            throw new TrailSourceException(S3Faults.OfObject(client.Bucket, key.Key, listed, e));
        }
        finally
        {
            if (body is null)
                _gate.Leave(turn, reserved);
        }
    }

    private async Task<S3Object> AnotherAsync(ListedKey key, S3Object opened, ServiceAttempts attempts, CancellationToken token)
    {
        while (IsCut(key, opened.Headers))
        {
            opened.Dispose();
            var error = ServiceError.OfConnection($"{opened.Headers.Length} bytes were offered where the list says {key.Size}");
            if (!await attempts.AgainAsync($"s3:GetObject in {client.Region}", error, null, token).ConfigureAwait(false))
                throw new ServiceException("s3", "GetObject", client.Region, error, attempts.Count);
            opened = new S3Object(await client.GetAsync(key.Key, 0, null, attempts, token).ConfigureAwait(false));
        }

        return opened;
    }

    // Shorter than listed is cut, unless the object is another one by now.
    private static bool IsCut(ListedKey key, ObjectHeaders headers) =>
        key.Size is not null && headers.Length is not null && headers.Length != key.Size && SameTag(headers.ETag, key.ETag);

    private static bool SameTag(string? told, string? listed) =>
        told is null || listed is null || told.Trim('"') == listed.Trim('"');
}
