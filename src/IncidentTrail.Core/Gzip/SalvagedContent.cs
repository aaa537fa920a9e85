namespace IncidentTrail.Gzip;

/// <summary>What a damaged gzip file holds behind the bytes that came out before its fault was met.</summary>
internal sealed class SalvagedContent : IDisposable
{
    private readonly Stream _content;

    internal SalvagedContent(Stream content, long known, ContentFault fault)
    {
        _content = content;
        Fault = fault;
        var scratch = new byte[64 * 1024];
        for (int read; known > 0 && (read = Read(scratch.AsSpan(0, (int)Math.Min(scratch.Length, known)))) > 0;)
            known -= read;
    }

    /// <summary>What is wrong with the file.</summary>
    internal ContentFault Fault { get; }

    /// <summary>The next bytes; 0 where the data ends or is corrupt.</summary>
    internal int Read(Span<byte> into)
    {
        try
        {
            return _content.Read(into);
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }

    public void Dispose() => _content.Dispose();
}
