using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using IncidentTrail.Contracts;
using IncidentTrail.Events;
using IncidentTrail.Filtering;
using IncidentTrail.Logs;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sessions;

/// <summary>
/// Opens and reads the logs of a source in parallel and hands them out in the source's order. Opening runs ahead as far
/// as the source allows; inflating and reading take a processor each.
/// </summary>
internal sealed class ParallelReading(TrailQuery query, TrailFilter filter) : IDisposable
{
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);
    private readonly ConcurrentBag<RecordTools> _tools = [];
    private readonly ConcurrentBag<RecordBatch> _batches = [];
    private readonly ChunkPool _chunks = new();
    private readonly List<IDisposable> _opened = [];
    private readonly CallTexts? _texts = filter.CallersAlone ? new CallTexts() : null;

    /// <summary>As many events as are handed over at once. Who counts callers gives nothing before the end, and waits for no event.</summary>
    internal int EventsAtOnce { get; } = filter.CallersAlone ? EngineLimits.CallsAtOnce : EngineLimits.EventsAtOnce;

    /// <summary>The pieces in order, those that were handed over together in a list. Nothing is left running once the enumeration has ended.</summary>
    internal IAsyncEnumerable<IReadOnlyList<LogPiece>> PiecesAsync(ITrailSource source, TrailSourceCoverage entry, CancellationToken token) =>
        OrderedWork.Of<IReadOnlyList<TrailSourceItem>, IReadOnlyList<LogPiece>>(
            LogGroups.Of(List(source, entry, token), token), ReadAsync, Math.Max(source.ReadAheadFor(query), 1), EngineLimits.BatchesAhead, token);

    /// <summary>Takes back a batch of which all events were made that anybody wants.</summary>
    internal void Return(RecordBatch batch)
    {
        batch.Clear();
        _batches.Add(batch);
    }

    public void Dispose()
    {
        _opened.ForEach(logs => logs.Dispose());
        _processors.Dispose();
    }

    private IAsyncEnumerable<TrailSourceItem> List(ITrailSource source, TrailSourceCoverage entry, CancellationToken token) =>
        source is IOpeningSource opening ? opening.ListToReadAsync(query, entry, _opened, token) : source.ListAsync(query, entry, token);

    private async Task ReadAsync(IReadOnlyList<TrailSourceItem> group, ChannelWriter<IReadOnlyList<LogPiece>> pieces, CancellationToken token)
    {
        using var turn = new LogTurn(pieces, _processors, token);
        if (group is [var one])
        {
            turn.Begin(one);
            if (one is FoundLog found)
                await ReadAsync(found, turn, isAlone: true, token).ConfigureAwait(false);
        }
        else
        {
            await turn.BeginAsync().ConfigureAwait(false);
            foreach (var item in group)
            {
                token.ThrowIfCancellationRequested();
                turn.Begin(item);
                if (item is FoundLog found)
                    await ReadAsync(found, turn, isAlone: false, token).ConfigureAwait(false);
            }
        }
        await turn.HandOverAsync().ConfigureAwait(false);
    }

    private async Task ReadAsync(FoundLog found, LogTurn turn, bool isAlone, CancellationToken token)
    {
        try
        {
            var stored = await found.OpenAsync(token).ConfigureAwait(false);
            if (isAlone)
                await ProcessorAsync(turn, stored).ConfigureAwait(false);
            await ReadAsync(found.Log, turn, stored, token).ConfigureAwait(false);
        }
        catch (TrailSourceException e)
        {
            turn.Fail(e.Fault);
        }
        catch (Exception e) when (!token.IsCancellationRequested && e is IOException or UnauthorizedAccessException
            or InvalidDataException or OperationCanceledException)
        {
            turn.Fail(LogFaults.OfReading(found.Log.Location, e));
        }
    }

    // What is open and will not be read holds a connection, or memory of a pool.
    private static async Task ProcessorAsync(LogTurn turn, Stream stored)
    {
        try
        {
            await turn.BeginAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await stored.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        // To the end of the queue: who comes from the semaphore runs before what has arrived, and nothing would be
        // asked for while the logs that are there are inflated.
        await Task.Yield();
    }

    private async Task ReadAsync(TrailLog log, LogTurn turn, Stream stored, CancellationToken token)
    {
        if (!_tools.TryTake(out var tools))
            tools = new RecordTools(_texts);
        using var reader = new RecordReader(stored, log, filter, query.MaxInflatedSize, tools);
        var isForeign = false;
        var batch = NewBatch(log);
        while (reader.Read(batch))
        {
            token.ThrowIfCancellationRequested();
            isForeign |= batch.IsForeign;
            if (batch.Records.Count < EventsAtOnce && batch.Inflated < EngineLimits.BytesInBatch)
                continue;
            await turn.HandOverAsync(batch).ConfigureAwait(false);
            batch = NewBatch(log);
        }
        if (reader.Failure is { } failure)
        {
            await turn.HandOverAsync(batch).ConfigureAwait(false);
            ExceptionDispatchInfo.Throw(failure);
        }
        turn.End(batch, new LogEnding(reader.IsWhole, isForeign || batch.IsForeign, null, reader.IsAnswerOpen));
        _tools.Add(tools);
    }

    private RecordBatch NewBatch(TrailLog log)
    {
        var batch = _batches.TryTake(out var used) ? used : new RecordBatch(_chunks);
        // A log on disk can be read again where a copy of one of its events must be compared as a whole.
        batch.Part = _texts is not null && log is { Path: not null, Size: not null } ? CallSight.AskedLater : null;
        return batch;
    }
}
