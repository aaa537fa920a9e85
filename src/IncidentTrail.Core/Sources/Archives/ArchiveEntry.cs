namespace IncidentTrail.Sources.Archives;

/// <summary>A file in an archive.</summary>
/// <param name="Name">Its path in the archive, with slashes: a name like any other, of which nothing is written to disk.</param>
/// <param name="Size">Its size in bytes, as the archive states it.</param>
/// <param name="ModifiedUtc">When it was last written, in UTC; null where the archive does not say.</param>
/// <param name="IsEncrypted">True where it cannot be read without a password.</param>
/// <param name="Open">Opens its content.</param>
internal sealed record ArchiveEntry(string Name, long Size, DateTime? ModifiedUtc, bool IsEncrypted, Func<Stream> Open)
{
    /// <summary>The content that is held so that it can be opened at once; null where none is.</summary>
    public HeldContent? Held { get; init; }
}
