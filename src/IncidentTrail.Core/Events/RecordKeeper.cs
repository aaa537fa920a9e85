using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>Takes a record that it may keep: as a copy, for the bytes are somebody else's, and end with the call, or as the chunks leave it.</summary>
internal delegate void RecordKeeper(scoped in RecordBytes bytes, in KeptRecord kept, TrailLog log, IRecordChunks chunks);
