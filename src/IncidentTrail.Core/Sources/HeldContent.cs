namespace IncidentTrail.Sources;

/// <summary>A log's content in memory: of one that can be opened again only by long ways, or not at all.</summary>
/// <param name="content">The content.</param>
internal sealed class HeldContent(byte[] content)
{
    /// <summary>The content; null once it was let go of.</summary>
    public byte[]? Bytes { get; private set; } = content;

    /// <summary>How many bytes are held, or were.</summary>
    public long Size { get; } = content.Length;

    /// <summary>The same, to be read.</summary>
    public Stream? Open() => Bytes is { } held ? new MemoryStream(held, writable: false) : null;

    /// <summary>Lets go of it; who has opened it reads on.</summary>
    public void Release() => Bytes = null;
}
