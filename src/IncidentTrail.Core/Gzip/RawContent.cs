namespace IncidentTrail.Gzip;

/// <summary>Content as a stream, from a place where its first bytes have been looked at.</summary>
internal sealed class RawContent(byte[] first, Func<byte[], int, int, int> read) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == first.Length)
            return read(buffer, offset, count);
        var handed = Math.Min(count, first.Length - _at);
        Array.Copy(first, _at, buffer, offset, handed);
        _at += handed;
        return handed;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
