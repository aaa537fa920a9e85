using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>Records that were read together, in chunks of many, which others will be read into.</summary>
internal interface IRecordChunks
{
    /// <summary>
    /// Leaves a record where it stands to whoever asks, with its chunk. Null where little else stands there that could be kept: who
    /// keeps the record copies it, and does not hold a chunk for it.
    /// </summary>
    StoredRecord? Leave(scoped in KeptRecord kept);
}
