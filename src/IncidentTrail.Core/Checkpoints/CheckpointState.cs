using IncidentTrail.Sources.History;

namespace IncidentTrail.Checkpoints;

/// <summary>What is stored of a checkpoint.</summary>
/// <param name="BeginUtc">Where folders are listed from that nobody has met yet; null for all that is in them.</param>
/// <param name="Folders">The folders.</param>
/// <param name="Events">The marks of the events given last, with their minutes.</param>
/// <param name="History">What was read of each place of Event history.</param>
internal sealed record CheckpointState(
    DateTime? BeginUtc, IReadOnlyList<CheckpointFolder> Folders, Dictionary<ulong, int> Events, Dictionary<string, HistoryMark> History)
{
    /// <summary>How far files were read that may be written on.</summary>
    public Dictionary<ulong, FileMark> Files { get; init; } = [];
}
