namespace IncidentTrail.Aws.S3;

/// <summary>Reads a body piece by piece.</summary>
internal static class BodyPiece
{
    /// <summary>Reads a piece of a body: patience is for each piece, and not for the whole.</summary>
    public static async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(AdapterLimits.AnswerPatience);
        try
        {
            return await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"nothing came for {AdapterLimits.AnswerPatience.TotalSeconds:0} s"));
        }
    }
}
