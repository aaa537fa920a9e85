namespace IncidentTrail.Reading;

/// <summary>A record that passed the filters: where its bytes stand in its batch, and the fields that were read for the filters.</summary>
internal readonly record struct KeptRecord(
    int Start, int Length, ulong Present, int Index, DateTime? TimeUtc, string? Source, string? Name, string? Region,
    EventKey? Key, bool IsLate);
