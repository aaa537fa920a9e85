namespace IncidentTrail.Records;

/// <summary>A record that passed the filters: where its bytes stand in its batch, and what the reading itself needs of it.</summary>
internal readonly record struct KeptRecord(
    int Chunk, int Start, int Length, ulong Present, int Index, DateTime? TimeUtc, EventKey? Key, bool IsLate,
    RecordEnvelope? Envelope = null);
