namespace IncidentTrail.Checkpoints;

/// <summary>Which logs of each Region's folder were given.</summary>
/// <param name="stored">What was stored of them.</param>
/// <param name="slack">How late a log may come.</param>
/// <param name="clock">The clock.</param>
internal sealed class FolderMemories(IReadOnlyList<CheckpointFolder> stored, TimeSpan slack, TimeProvider clock)
{
    private readonly int _slack = (int)slack.TotalMinutes;
    private readonly Dictionary<string, FolderMemory> _folders = stored.ToDictionary(
        folder => folder.Name,
        folder => new FolderMemory((int)slack.TotalMinutes) { Seen = folder.Seen, Waiting = folder.Waiting, Reached = folder.Reached, Over = folder.Over });

    /// <summary>The folders as they are now, to be stored.</summary>
    internal IReadOnlyList<CheckpointFolder> All =>
        [.. _folders.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new CheckpointFolder(f.Key, new(f.Value.Seen), new(f.Value.Waiting), f.Value.Reached, f.Value.Over))];

    /// <summary>Where a folder is to be listed from, in UTC; null where nobody knows.</summary>
    internal DateTime? ListFrom(string folder) =>
        _folders.TryGetValue(folder, out var memory) && memory.ListFrom > 0 ? LogMark.TimeOf(memory.ListFrom) : null;

    /// <inheritdoc cref="FolderMemory.IsKnown"/>
    internal bool IsKnown(LogMark log) => _folders.TryGetValue(log.Folder, out var folder) && folder.IsKnown(log);

    /// <summary>True for a log that is not to be given: one that was damaged is, once another has replaced it.</summary>
    internal bool IsKnown(LogMark mark, TrailLog log) => _folders.TryGetValue(mark.Folder, out var folder)
        && (folder.IsKnown(mark) || folder.Seen.ContainsKey(mark.OfDamaged(log).Hash));

    /// <inheritdoc cref="FolderMemory.Met"/>
    internal void Met(LogMark log)
    {
        if (_folders.TryGetValue(log.Folder, out var folder))
            folder.Met(log);
    }

    /// <summary>Notes no log by this mark any more.</summary>
    internal void Forget(LogMark log)
    {
        if (_folders.TryGetValue(log.Folder, out var folder))
            folder.Seen.Remove(log.Hash);
    }

    /// <inheritdoc cref="FolderMemory.Done"/>
    internal void Done(LogMark log) => Of(log).Done(log, log.Hash, Now());

    /// <summary>Notes a log that was read to its end, or as far as it goes.</summary>
    internal void Done(LogMark mark, TrailLog log, bool isWhole)
    {
        var folder = Of(mark);
        var isDamaged = !isWhole || (!folder.Seen.ContainsKey(mark.Hash) && folder.Seen.ContainsKey(mark.OfDamaged(log).Hash));
        folder.Done(mark, isDamaged ? mark.OfDamaged(log).Hash : mark.Hash, Now());
    }

    /// <inheritdoc cref="FolderMemory.Failed"/>
    internal void Failed(LogMark log) => Of(log).Failed(log, Now());

    /// <inheritdoc cref="FolderMemory.PassedOver"/>
    internal void PassedOver(LogMark log) => Of(log).PassedOver();

    /// <inheritdoc cref="FolderMemory.BeginPass"/>
    internal void BeginPass()
    {
        foreach (var folder in _folders.Values)
            folder.BeginPass();
    }

    /// <inheritdoc cref="FolderMemory.EndPass"/>
    internal void EndPass()
    {
        foreach (var folder in _folders.Values)
            folder.EndPass();
    }

    private int Now() => LogMark.MinuteOf(clock.GetUtcNow().UtcDateTime);

    private FolderMemory Of(LogMark log)
    {
        if (!_folders.TryGetValue(log.Folder, out var folder))
            _folders.Add(log.Folder, folder = new FolderMemory(_slack));
        return folder;
    }
}
