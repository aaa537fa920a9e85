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
            while (Shortfall(key, opened) is { } shortfall)
                opened = await AnotherAsync(key, opened, shortfall, attempts, both.Token).ConfigureAwait(false);
            var length = opened.Headers.Length;
            var expected = length ?? (ObjectHeaders.IsSameTag(opened.Headers.ETag, key.ETag) ? key.Size : null);
            var large = new ResumingBody(
                client, key.Key, opened, expected, attempts, e => S3Faults.OfObject(client.Bucket, key.Key, listed, e), stop);
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

    private async Task<S3Object> AnotherAsync(
        ListedKey key, S3Object opened, string shortfall, ServiceAttempts attempts, CancellationToken token)
    {
        opened.Dispose();
        var error = ServiceError.OfConnection(shortfall);
        if (!await attempts.AgainAsync($"s3:GetObject in {client.Region}", error, null, token).ConfigureAwait(false))
            throw new ServiceException("s3", "GetObject", client.Region, error, attempts.Count);
        return new S3Object(await client.GetAsync(key.Key, 0, null, attempts, token).ConfigureAwait(false));
    }

    // Shorter than listed is cut, unless the object is another one by now.
    private static string? Shortfall(ListedKey key, S3Object opened) =>
        opened.IsPart ? "a part of it was answered where all of it was asked for"
        : key.Size is not null && opened.Headers.Length is { } length && length != key.Size
            && ObjectHeaders.IsSameTag(opened.Headers.ETag, key.ETag) ? $"{length} bytes were offered where the list says {key.Size}" : null;
}
