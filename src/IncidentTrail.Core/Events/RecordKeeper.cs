using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>Takes a record that it may keep a copy of; the bytes are somebody else's, and end with the call.</summary>
internal delegate void RecordKeeper(scoped in RecordBytes bytes, in KeptRecord kept, TrailLog log);
