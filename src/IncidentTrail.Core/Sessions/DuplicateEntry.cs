namespace IncidentTrail.Sessions;

/// <summary>
/// One event that was delivered: of its key what the index's tag does not hold, its JSON's hash, and which one in order it was.
/// </summary>
internal readonly record struct DuplicateEntry(uint Middle, uint Low, uint Content, uint Number);
