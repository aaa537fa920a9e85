using IncidentTrail.Gzip;
using IncidentTrail.Sources.Places;
using Microsoft.Win32.SafeHandles;

namespace IncidentTrail.Sources.Files;

/// <summary>
/// A log's file, opened to be read. Most are smaller than what is asked for at once: where as much has come as the listing
/// said, and less than was asked for, that was its end, and the system is not asked a second time. One that has grown since
/// is read to where it ends.
/// </summary>
internal sealed class LogFile : ForwardStream
{
    private readonly SafeFileHandle _file;
    private readonly long? _listed;
    private long _position;
    private bool _isAtEnd;

    /// <summary>Opens a log that has a path.</summary>
    /// <param name="log">The log.</param>
    /// <param name="opened">Its file where it is open already, which is closed with this; null where it is not.</param>
    internal LogFile(TrailLog log, SafeFileHandle? opened = null)
    {
        _listed = log.Size;
        if (opened is not null && LinuxFile.TryShare(opened))
        {
            _file = opened;
            return;
        }
        opened?.Dispose();
        _file = SharedFile.OpenHandle(log.Path!);
    }

    public override bool CanSeek => true;

    public override long Length => RandomAccess.GetLength(_file);

    public override long Position
    {
        get => _position;
        set => (_position, _isAtEnd) = (value, false);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_isAtEnd || buffer.IsEmpty)
            return 0;
        var read = RandomAccess.Read(_file, buffer, _position);
        _position += read;
        _isAtEnd = read < buffer.Length && _position == _listed;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }
}
