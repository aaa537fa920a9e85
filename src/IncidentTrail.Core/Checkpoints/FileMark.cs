namespace IncidentTrail.Checkpoints;

/// <summary>How far a file was read that may be written on.</summary>
/// <param name="Size">Bytes of its beginning that the hash is of; 0 where nothing is known but when it was written.</param>
/// <param name="Hash">What stands for them, see <see cref="BeginningHash"/>.</param>
/// <param name="Records">Records up to the last one that was given.</param>
/// <param name="Last">What stands for that record: its end may lie behind the beginning.</param>
/// <param name="Written">When the file was last written, in ticks of UTC.</param>
internal readonly record struct FileMark(long Size, ulong Hash, int Records, ulong Last, long Written)
{
    /// <summary>What stands for its first bytes, by which it is found under another name; 0 for a file shorter than that.</summary>
    public ulong Head { get; init; }
}
