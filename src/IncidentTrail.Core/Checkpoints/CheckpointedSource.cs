using System.Runtime.CompilerServices;

namespace IncidentTrail.Checkpoints;

/// <summary>A source of which only what is new is given: the logs that a checkpoint knows are passed over unopened.</summary>
/// <param name="source">The source.</param>
/// <param name="checkpoint">What was given of it.</param>
/// <param name="path">The checkpoint's own file, which is no log wherever it lies; null where it has none.</param>
/// <param name="clock">The clock.</param>
internal sealed class CheckpointedSource(ITrailSource source, Checkpoint checkpoint, string? path = null, TimeProvider? clock = null) : ITrailSource
{
    private readonly WholeFile _whole = new(clock ?? TimeProvider.System);

    public string Name => source.Name;

    public object Identity => source.Identity;

    /// <summary>True where a warning is shown; files that are watched may be written at any moment, and none is.</summary>
    internal bool Warns { get; init; } = true;

    /// <summary>True where what is there now is not given.</summary>
    internal bool PassesOverWhatIsThere { get; init; }

    public int ReadAheadFor(TrailQuery query) => source.ReadAheadFor(query);

    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        checkpoint.BeginPass(query);
        FilesThere? there = null;
        long known = 0, unfinished = 0;
        var empty = new EmptyLogs(checkpoint);
        await foreach (var item in source.ListAsync(query, entry, token).ConfigureAwait(false))
        {
            if (item is not FoundLog found)
            {
                if (Warns && item is SkippedLog skipped)
                    empty.Take(skipped.Log);
                yield return Warns && item is SourceNotice { Notice.EmptyPlace: { } place } ? new SourceNotice(empty.Tell(place)) : item;
                continue;
            }
            if (found.Log.Path is { } own && own == path)
            {
                yield return new SkippedLog(found.Log);
                continue;
            }
            if (checkpoint.IsKnown(found.Log))
            {
                known++;
                yield return new SkippedLog(found.Log);
                continue;
            }
            var ready = _whole.Ready(found, query.MaxInflatedSize, token);
            if (IsThere(found, ready))
            {
                await (there ??= new FilesThere(checkpoint, query)).NoteAsync(ready ?? found, token).ConfigureAwait(false);
                known++;
                yield return new SkippedLog(found.Log);
                continue;
            }
            if (ready is not null)
            {
                yield return checkpoint.Files.Followed(ready);
                continue;
            }
            unfinished++;
            yield return new SkippedLog(found.Log);
            yield return new SourceNotice(TrailNotice.Verbose($"{found.Log.Location} is still being written: it is read when it is whole."));
        }
        entry.State("LogsGivenBefore", known);
        entry.State("LogsBeingWritten", unfinished);
    }

    // Of one that is being written what there is was there; a log of CloudTrail's that is being copied comes when it is whole.
    private bool IsThere(FoundLog found, FoundLog? ready) => PassesOverWhatIsThere
        ? ready is not null || FileMemory.MayGrow(found.Log)
        : ready is not null && checkpoint.PassedOverFiles.IsByName(found.Log);
}
