using IncidentTrail.Gzip;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// A file up to where it was found to be whole. What is written behind that meanwhile may end inside a record, which would be said
/// to be broken; it is read when it is whole in its turn.
/// </summary>
/// <param name="stored">The file.</param>
/// <param name="length">Bytes that were whole.</param>
internal sealed class WholePart(Stream stored, long length) : ForwardStream
{
    public override bool CanSeek => stored.CanSeek;

    public override long Length => Math.Min(length, stored.Length);

    public override long Position { get => stored.Position; set => stored.Position = value; }

    public override int Read(Span<byte> buffer)
    {
        var left = length - stored.Position;
        return left <= 0 ? 0 : stored.Read(left < buffer.Length ? buffer[..(int)left] : buffer);
    }

    protected override void Dispose(bool disposing)
    {
        stored.Dispose();
        base.Dispose(disposing);
    }
}
