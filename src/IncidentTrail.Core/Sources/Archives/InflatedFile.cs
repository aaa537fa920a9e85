using IncidentTrail.Gzip;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.Archives;

/// <summary>A file as a stream, inflated where it is gzip; gzip that is cut short or damaged does not pass for its end.</summary>
internal sealed class InflatedFile : ForwardStream
{
    private readonly GzipReader _content;

    private InflatedFile(Stream stored, long limit) => _content = new GzipReader(stored, limit);

    /// <summary>Opens an archive that may be compressed as a whole.</summary>
    internal static Stream Open(ArchiveLimit limit) => Open(limit.Path, limit.Whole);

    /// <summary>The first bytes of a file's content; fewer where there are no more, or none can be read.</summary>
    internal static byte[] FirstBytes(string path, int count)
    {
        try
        {
            using var content = Open(path, count);
            var first = new byte[count];
            return first[..content.ReadAtLeast(first, count, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Whoever reads it says what is wrong with it.
            return [];
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        if (read > 0)
            return read;
        if (_content.Failure is { } failure)
            throw failure;
        return _content.Fault is { } fault ? throw new InvalidDataException(fault.Text) : 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    private static InflatedFile Open(string path, long limit) => new(SharedFile.Open(path), limit);
}
