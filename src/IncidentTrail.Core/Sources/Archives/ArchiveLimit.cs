namespace IncidentTrail.Sources.Archives;

/// <summary>
/// How much an archive may give: each file in it as much as a log may inflate to, and all together a hundred times what the
/// archive holds. What is genuine stays far below; a bomb does not.
/// </summary>
internal sealed class ArchiveLimit(string path, long maxInflatedSize)
{
    private long _given;

    /// <summary>The archive.</summary>
    internal string Path => path;

    /// <summary>As much as all of it may give.</summary>
    internal long Whole { get; } = Math.Max(maxInflatedSize, HostileLimits.ArchiveRatio * new FileInfo(path).Length);

    /// <summary>The same, for what is read once more: that does not count twice.</summary>
    internal ArchiveLimit Anew() => new(path, maxInflatedSize);

    /// <summary>Counts what was inflated.</summary>
    /// <exception cref="TrailSourceException">It is too much.</exception>
    internal void Take(string name, long ofEntry, int bytes)
    {
        if (ofEntry > maxInflatedSize)
            throw TooLarge($"{path}!/{name}", maxInflatedSize);
        if (Interlocked.Add(ref _given, bytes) > Whole)
            throw TooLarge(path, Whole);
    }

    private static TrailSourceException TooLarge(string location, long limit) => new(new TrailFault(
        TrailFaultKind.ReadFailed, location, FormattableString.Invariant($"{location}: it inflates to more than {limit} bytes."),
        EngineRemedies.ArchiveTooLarge));
}
