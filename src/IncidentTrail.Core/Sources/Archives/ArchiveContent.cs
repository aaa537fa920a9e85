using IncidentTrail.Gzip;

namespace IncidentTrail.Sources.Archives;

/// <summary>The content of a file in an archive as it is inflated, counted against the limit.</summary>
/// <param name="name">The file's path in the archive.</param>
/// <param name="content">The content.</param>
/// <param name="limit">The limit.</param>
/// <param name="close">Closes what the content is read from.</param>
internal sealed class ArchiveContent(string name, Stream content, ArchiveLimit limit, Action close) : ForwardStream
{
    private long _read;
    private bool _isClosed;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <summary>All of it, held in memory; this is closed.</summary>
    internal MemoryStream Hold(long size)
    {
        using (this)
        {
            var held = new MemoryStream((int)size);
            CopyTo(held);
            held.Position = 0;
            return held;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        limit.Take(name, _read += read, read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
        {
            _isClosed = true;
            content.Dispose();
            close();
        }
        base.Dispose(disposing);
    }
}
