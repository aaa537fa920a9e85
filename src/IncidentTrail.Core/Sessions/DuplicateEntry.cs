namespace IncidentTrail.Sessions;

/// <summary>
/// One event that was delivered: of its key what the index's tag does not hold, its JSON's hash, and its place in the log.
/// </summary>
internal readonly record struct DuplicateEntry(uint Middle, uint Low, uint Content, int Index);
