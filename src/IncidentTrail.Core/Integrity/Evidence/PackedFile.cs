namespace IncidentTrail.Integrity.Evidence;

/// <summary>A log or digest in a package that is being written.</summary>
/// <param name="Name">Its path in the package.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hex.</param>
/// <param name="Signature">The signature that was kept with it, in hex; null where none was.</param>
internal sealed record PackedFile(string Name, string Sha256, string? Signature);
