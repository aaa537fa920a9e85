namespace IncidentTrail.Integrity.Places;

/// <summary>A digest or log whose bytes can be read.</summary>
/// <param name="Bytes">The bytes as stored; who reads them disposes them.</param>
/// <param name="Signature">The signature that is kept with a digest, in hex; null where none is.</param>
internal sealed record OpenedFile(Stream Bytes, string? Signature);
