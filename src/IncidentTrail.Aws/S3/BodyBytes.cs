namespace IncidentTrail.Aws.S3;

/// <summary>Reads a body with patience for each piece of it, and not for the whole.</summary>
internal static class BodyBytes
{
    private static readonly TimeSpan PieceTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Reads until the buffer is full or the body ends; the number of bytes read.</summary>
    public static async Task<int> FillAsync(Stream body, Memory<byte> buffer, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await ReadAsync(body, buffer[length..], patience, token).ConfigureAwait(false);
            if (read == 0)
                break;
            length += read;
        }

        return length;
    }

    /// <summary>Reads what is there, at least a byte, or 0 at the end.</summary>
    public static async ValueTask<int> ReadAsync(
        Stream body, Memory<byte> buffer, CancellationTokenSource patience, CancellationToken token)
    {
        patience.CancelAfter(PieceTimeout);
        try
        {
            return await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {PieceTimeout.TotalSeconds:0} s", e);
        }
    }
}
