namespace IncidentTrail.Tests.Integrity;

/// <summary>An object in the bucket of a made trail.</summary>
/// <param name="Bytes">Its bytes as stored.</param>
/// <param name="Signature">The signature in its metadata, of a digest.</param>
internal sealed partial record StoredObject(byte[] Bytes, string? Signature = null);
