using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using IncidentTrail.Contracts;
using IncidentTrail.Filtering;
using IncidentTrail.Logs;
using IncidentTrail.Records;
using IncidentTrail.Sources;

namespace IncidentTrail.Sessions;

/// <summary>
/// Opens and reads the logs of a source in parallel and hands them out in the source's order. Opening runs ahead as far
/// as the source allows; inflating and reading take a processor each.
/// </summary>
internal sealed class ParallelReading(TrailQuery query, TrailFilter filter) : IDisposable
{
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);
    private readonly ConcurrentBag<TextPool> _pools = [];
    private readonly ConcurrentBag<RecordBatch> _batches = [];
    private readonly ChunkPool _chunks = new();

    /// <summary>The pieces in order. Nothing is left running once the enumeration has ended.</summary>
    internal IAsyncEnumerable<LogPiece> PiecesAsync(ITrailSource source, TrailSourceCoverage entry, CancellationToken token) =>
        OrderedWork.Of<TrailSourceItem, LogPiece>(
            source.ListAsync(query, entry, token), TakeAsync, Math.Max(source.ReadAheadFor(query), 1), EngineLimits.BatchesAhead, token);

    /// <summary>Takes back a batch of which all events were made that anybody wants.</summary>
    internal void Return(RecordBatch batch)
    {
        batch.Clear();
        _batches.Add(batch);
    }

    public void Dispose() => _processors.Dispose();

    private Task TakeAsync(TrailSourceItem item, ChannelWriter<LogPiece> pieces, CancellationToken token)
    {
        if (item is FoundLog found)
            return ReadAsync(found, pieces, token);
        pieces.TryWrite(new LogPiece(item, IsFirst: true, null, null));
        return Task.CompletedTask;
    }

    private async Task ReadAsync(FoundLog found, ChannelWriter<LogPiece> pieces, CancellationToken token)
    {
        var turn = new LogTurn(found, pieces, _processors, token);
        try
        {
            var stored = await found.OpenAsync(token).ConfigureAwait(false);
            await ProcessorAsync(stored, token).ConfigureAwait(false);
            try
            {
                // To the end of the queue: who comes from the semaphore runs before what has arrived, and nothing would be
                // asked for while the logs that are there are inflated.
                await Task.Yield();
                await ReadAsync(turn, stored, token).ConfigureAwait(false);
            }
            finally
            {
                _processors.Release();
            }
        }
        catch (TrailSourceException e)
        {
            await turn.FailAsync(e.Fault).ConfigureAwait(false);
        }
        catch (Exception e) when (!token.IsCancellationRequested && e is IOException or UnauthorizedAccessException
            or InvalidDataException or OperationCanceledException)
        {
            await turn.FailAsync(LogFaults.OfReading(found.Log.Location, e)).ConfigureAwait(false);
        }
    }

    // What is open and will not be read holds a connection, or memory of a pool.
    private async Task ProcessorAsync(Stream stored, CancellationToken token)
    {
        try
        {
            await _processors.WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await stored.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ReadAsync(LogTurn turn, Stream stored, CancellationToken token)
    {
        if (!_pools.TryTake(out var pool))
            pool = new TextPool();
        using var reader = new RecordReader(stored, turn.Log, filter, query.MaxInflatedSize, pool);
        var isForeign = false;
        var batch = NewBatch();
        while (reader.Read(batch))
        {
            token.ThrowIfCancellationRequested();
            isForeign |= batch.IsForeign;
            if (batch.Records.Count < EngineLimits.EventsInBatch && batch.Inflated < EngineLimits.BytesInBatch)
                continue;
            await turn.HandOverAsync(batch).ConfigureAwait(false);
            batch = NewBatch();
        }
        if (reader.Failure is { } failure)
        {
            await turn.HandOverAsync(batch).ConfigureAwait(false);
            ExceptionDispatchInfo.Throw(failure);
        }
        await turn.HandOverAsync(batch, new LogEnding(reader.IsWhole, isForeign || batch.IsForeign, null)).ConfigureAwait(false);
        _pools.Add(pool);
    }

    private RecordBatch NewBatch() => _batches.TryTake(out var used) ? used : new RecordBatch(_chunks);
}
