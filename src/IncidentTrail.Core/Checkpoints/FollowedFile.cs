using IncidentTrail.Gzip;

namespace IncidentTrail.Checkpoints;

/// <summary>A file that is read from its beginning to its end, and hashed as it is read.</summary>
/// <param name="stored">The file.</param>
/// <param name="read">
/// Takes the hash when the end is read, which is before anybody is given what was read last; null where it is read out of its order.
/// </param>
internal sealed class FollowedFile(Stream stored, Action<BeginningHash?> read) : ForwardStream
{
    private readonly BeginningHash _hash = new();
    private bool _isOver;

    public override bool CanSeek => stored.CanSeek;

    public override long Length => stored.Length;

    public override long Position
    {
        get => stored.Position;
        set
        {
            if (value != stored.Position)
                End(null);
            stored.Position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var length = stored.Read(buffer);
        if (length > 0)
            _hash.Add(buffer[..length]);
        else if (!buffer.IsEmpty && !_isOver)
            End(_hash);
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        stored.Dispose();
        base.Dispose(disposing);
    }

    private void End(BeginningHash? hash)
    {
        _isOver = true;
        read(hash);
    }
}
