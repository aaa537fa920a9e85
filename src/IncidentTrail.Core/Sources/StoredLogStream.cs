namespace IncidentTrail;

/// <summary>A log's bytes as a bucket keeps them, with what the bucket says about them.</summary>
public abstract class StoredLogStream : Stream
{
    /// <summary>The entity tag, opaque; null where none was told.</summary>
    public abstract string? ETag { get; }

    /// <summary>When the object was last written, in UTC; null where that was not told.</summary>
    public abstract DateTime? LastModifiedUtc { get; }

    /// <summary>The object's own metadata, by the names behind <c>x-amz-meta-</c>; a digest's signature is there.</summary>
    public abstract IReadOnlyDictionary<string, string> Metadata { get; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <summary>True: a log with a fault is read once more, to say what the fault is.</summary>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
