using IncidentTrail.Gzip;

namespace IncidentTrail.Checkpoints;

/// <summary>A file that is read from its beginning to its end, and hashed as it is read.</summary>
/// <param name="stored">The file.</param>
/// <param name="before">How far it was read before; null where it was not.</param>
/// <param name="read">
/// Takes the hash when the end is read, which is before anybody is given what was read last, null where it is read out of its
/// order; and whether it still began as it did before.
/// </param>
internal sealed class FollowedFile(Stream stored, FileMark? before, Action<BeginningHash?, bool> read) : ForwardStream
{
    private readonly BeginningHash _hash = new();
    private readonly BeginningCheck? _check = before is { } mark ? new BeginningCheck(mark) : null;
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
        {
            _hash.Add(buffer[..length]);
            _check?.Add(buffer[..length]);
        }
        else if (!buffer.IsEmpty && !_isOver)
            End(_hash);
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        _check?.Dispose();
        stored.Dispose();
        base.Dispose(disposing);
    }

    private void End(BeginningHash? hash)
    {
        _isOver = true;
        read(hash, hash is null || _check is null or { Fits: true });
    }
}
