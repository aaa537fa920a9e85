namespace IncidentTrail;

/// <summary>A package of logs and digests that proves itself, as it was written.</summary>
public sealed class TrailEvidence
{
    /// <summary>The full path of the folder or archive.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The SHA-256 of its manifest, in lower-case hex, for the protocol: whoever has it can tell this package from any other, also
    /// from one that was made afterwards.
    /// </summary>
    public required string ManifestSha256 { get; init; }

    /// <summary>How many files it holds.</summary>
    public required int FileCount { get; init; }

    /// <summary>True where everything that was tested is intact.</summary>
    public bool IsIntact => Summary.IsIntact;

    /// <summary>The verdicts, counted.</summary>
    public required TrailIntegritySummary Summary { get; init; }

    /// <summary>The path and the manifest's sum.</summary>
    public override string ToString() => TextForDisplay.Plain($"{Path} {ManifestSha256}");
}
