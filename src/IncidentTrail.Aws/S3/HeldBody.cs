namespace IncidentTrail.Aws.S3;

/// <summary>A small object, read whole into pooled memory, which goes back when the stream is disposed.</summary>
internal sealed class HeldBody(ObjectHeaders headers, byte[] bytes, int length, Action free) : StoredLogStream
{
    private byte[]? _bytes = bytes;
    private int _position;

    public override string? ETag => headers.ETag;

    public override DateTime? LastModifiedUtc => headers.LastModifiedUtc;

    public override IReadOnlyDictionary<string, string> Metadata => headers.Metadata;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = (int)Math.Clamp(value, 0, length);
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_bytes is null, this);
        var count = Math.Min(buffer.Length, length - _position);
        _bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _bytes, null) is { } held)
        {
            BodyPool.Shared.Return(held);
            free();
        }

        base.Dispose(disposing);
    }
}
