using IncidentTrail.Gzip;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>A part of a file that notes whether its reader came as far as its tail.</summary>
/// <param name="file">The file, where the part begins; it stays open.</param>
/// <param name="length">The length of the part.</param>
/// <param name="tail">Where its tail begins.</param>
internal sealed class TailWatch(FileStream file, long length, long tail) : ForwardStream
{
    private long _read;

    /// <summary>True once something was asked for that lies in the tail.</summary>
    public bool IsReached { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        IsReached |= _read >= tail;
        var read = file.Read(buffer[..(int)Math.Min(buffer.Length, (IsReached ? length : tail) - _read)]);
        _read += read;
        return read;
    }
}
