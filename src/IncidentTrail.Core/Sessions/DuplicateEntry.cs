namespace IncidentTrail.Sessions;

/// <summary>One event that was delivered: its key, its JSON's hash, the log's number, and its place in the log.</summary>
internal readonly record struct DuplicateEntry(ulong High, uint Low, uint Content, int Log, int Index);
