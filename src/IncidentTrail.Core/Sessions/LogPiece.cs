using IncidentTrail.Contracts;
using IncidentTrail.Logs;

namespace IncidentTrail.Sessions;

/// <summary>What the reading hands over: what a source yielded, with a batch of its records, and with its ending behind the last.</summary>
/// <param name="Item">What the source yielded.</param>
/// <param name="IsFirst">True for the first piece of its item.</param>
/// <param name="Batch">Records of the log; null where there is none to be read.</param>
/// <param name="Ending">What became of the log; null while there is more of it, and for what is not read.</param>
internal sealed record LogPiece(TrailSourceItem Item, bool IsFirst, RecordBatch? Batch, LogEnding? Ending);
