namespace IncidentTrail.Checkpoints;

/// <summary>What is stored of one folder; see <see cref="FolderMemory"/>.</summary>
internal sealed record CheckpointFolder(string Name, Dictionary<ulong, int> Seen, Dictionary<ulong, int> Waiting, int Reached, int Over);
