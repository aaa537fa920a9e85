namespace IncidentTrail.Aws.S3;

/// <summary>
/// A large object's body for a reader that waits for each piece: the wait ends with the reading, and not only when the piece
/// has come or the connection has been given up.
/// </summary>
internal sealed class StoppableBody(StoredLogStream body, CancellationToken token) : StoredLogStream
{
    public override string? ETag => body.ETag;

    public override DateTime? LastModifiedUtc => body.LastModifiedUtc;

    public override IReadOnlyDictionary<string, string> Metadata => body.Metadata;

    public override long Length => body.Length;

    public override long Position
    {
        get => body.Position;
        set => body.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        body.ReadAsync(buffer.AsMemory(offset, count), token).AsTask().GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }
}
