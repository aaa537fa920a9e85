using System.Buffers;
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
    /// <param name="turn">Its place in the order of reading, different for each opening.</param>
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
            var opened = await AnswerAsync(key, attempts, both.Token).ConfigureAwait(false);
            var length = opened.Headers.Length;
            var large = new ResumingBody(
                client, key.Key, opened, length ?? key.Size, attempts, e => S3Faults.OfObject(client.Bucket, key.Key, listed, e), stop);
            if (length is null or > AdapterLimits.LargestHeld)
                return body = large.Freeing(() => _gate.Leave(turn, reserved));
            body = await HoldAsync(large, opened.Headers, (int)length, () => _gate.Free(turn, reserved), both.Token).ConfigureAwait(false);
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

    // Shorter than listed is cut, unless the object is another one by now.
    private async Task<S3Object> AnswerAsync(ListedKey key, ServiceAttempts attempts, CancellationToken token)
    {
        while (true)
        {
            var opened = await client.GetAsync(key.Key, 0, null, attempts, token).ConfigureAwait(false);
            var headers = opened.Headers;
            if (key.Size is null || headers.Length is null || headers.Length == key.Size || !SameTag(headers.ETag, key.ETag))
                return opened;
            opened.Dispose();
            var error = ServiceError.OfConnection($"{headers.Length} bytes were offered where the list says {key.Size}");
            if (!await attempts.AgainAsync($"s3:GetObject in {client.Region}", error, null, token).ConfigureAwait(false))
                throw new ServiceException("s3", "GetObject", client.Region, error, attempts.Count);
        }
    }

    private static async Task<HeldBody> HoldAsync(
        ResumingBody body, ObjectHeaders headers, int length, Action free, CancellationToken token)
    {
        await using var _ = body.ConfigureAwait(false);
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await body.ReadExactlyAsync(bytes.AsMemory(0, length), token).ConfigureAwait(false);
            return new HeldBody(headers, bytes, length, free);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }
    }

    private static bool SameTag(string? told, string? listed) =>
        told is null || listed is null || told.Trim('"') == listed.Trim('"');
}
