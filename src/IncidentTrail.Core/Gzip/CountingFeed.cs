namespace IncidentTrail.Gzip;

/// <summary>Feeds an inflater from a position, in chunks up to a place and in single bytes beyond it.</summary>
internal sealed class CountingFeed : ForwardStream
{
    internal const int Chunk = 8 * 1024;
    private readonly Stream _stored;
    private readonly long _single;

    internal CountingFeed(Stream stored, long from, long single)
    {
        _stored = stored;
        _single = single;
        Handed = from;
        stored.Position = from;
    }

    /// <summary>The position after the last byte handed out.</summary>
    internal long Handed { get; private set; }

    /// <summary>True where the inflater asked for more than there is.</summary>
    internal bool RanDry { get; private set; }

    public override long Position { get => Handed; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var size = Handed >= _single ? 1 : (int)Math.Min(Math.Min(buffer.Length, Chunk), _single - Handed);
        var read = _stored.Read(buffer[..size]);
        RanDry |= read == 0;
        Handed += read;
        return read;
    }
}
