using IncidentTrail.Gzip;

namespace IncidentTrail.Integrity.Places;

/// <summary>What was read of a stored file.</summary>
internal sealed record ReadContent
{
    /// <summary>The SHA-256 of the inflated bytes, in lower-case hex: of what came before the fault, where there is one.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The inflated bytes, where they were asked for.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>What is wrong with the gzip, where something is.</summary>
    public ContentFault? Fault { get; init; }

    /// <summary>Why it could not be had, or not be read to its end.</summary>
    public TrailFault? Failure { get; init; }

    /// <summary>True where it is neither gzip nor begins as JSON does.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The signature that is kept with it, in hex; null where none is.</summary>
    public string? Signature { get; init; }

    /// <summary>Whether it is what a hash is of.</summary>
    public bool Fits(string hash) => Fault is null && Failure is null && Sha256.Equals(hash, StringComparison.OrdinalIgnoreCase);

    /// <summary>The verdict that needs no hash, with its reason; null where there is none.</summary>
    public (TrailIntegrityStatus Status, string Reason)? Verdict => Failure switch
    {
        { Kind: TrailFaultKind.SourceNotFound } => (TrailIntegrityStatus.Missing, "It is not there."),
        { } failure => (TrailIntegrityStatus.Unreadable, failure.Message),
        null => Fault?.Kind switch
        {
            ContentFaultKind.Cut or ContentFaultKind.TooLarge => (TrailIntegrityStatus.Unreadable, Sentence(Fault.Text)),
            ContentFaultKind.Corrupt => (TrailIntegrityStatus.InvalidFormat, Sentence(Fault.Text)),
            ContentFaultKind.Appended => (TrailIntegrityStatus.HashMismatch, Sentence(Fault.Text) + " CloudTrail writes nothing there."),
            _ => null,
        },
    };

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";
}
