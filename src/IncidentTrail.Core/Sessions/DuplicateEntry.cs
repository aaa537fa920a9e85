namespace IncidentTrail.Sessions;

/// <summary>One event that was delivered: its key, its JSON's hash, the log's number from 1 on, and its place in the log.</summary>
internal record struct DuplicateEntry(ulong High, uint Low, uint Content, int Log, int Index)
{
    /// <summary>True where no event stands here.</summary>
    internal readonly bool IsFree => Log == 0;
}
