using IncidentTrail.Texts;

namespace IncidentTrail.Sources.Archives;

/// <summary>What is said of archives that cannot be read.</summary>
internal static class ArchiveFaults
{
    internal static TrailFault Damaged(string location, Exception cause) => new(
        TrailFaultKind.ReadFailed, location, $"{location}: the archive is damaged or written in a way that is not read here: {cause.Message}",
        EngineRemedies.ArchiveBroken, cause);

    internal static TrailFault Encrypted(string location, string first, long count) => new(
        TrailFaultKind.ReadFailed, location,
        FormattableString.Invariant($"{location}: {count} {Counted.Noun(count, "file is", "files are")} encrypted and cannot be read (the first is {first})."),
        EngineRemedies.ArchiveLocked);

    internal static TrailFault NotThere(string location) => new(
        TrailFaultKind.SourceNotFound, location, $"{location}: the archive has no file of that name.", EngineRemedies.ArchiveEntries);
}
