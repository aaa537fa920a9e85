namespace IncidentTrail.Integrity.Evidence;

/// <summary>A package cannot be written: no verdict on the log that was being packed.</summary>
internal sealed class EvidenceNotWrittenException(Exception cause) : Exception(cause.Message, cause);
