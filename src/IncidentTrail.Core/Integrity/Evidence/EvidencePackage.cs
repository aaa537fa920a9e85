namespace IncidentTrail.Integrity.Evidence;

/// <summary>Tells a package from other folders and files.</summary>
internal static class EvidencePackage
{
    /// <summary>The package at a path; null where there is none. Throws <see cref="TrailSourceException"/> where it cannot be opened.</summary>
    public static IEvidenceFiles? Open(string path) =>
        EvidenceFolder.Is(path) ? new EvidenceFolder(path) : EvidenceArchive.Of(path);
}
