using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using IncidentTrail.Filtering;
using IncidentTrail.Logs;
using IncidentTrail.Records;
using IncidentTrail.Sources;

namespace IncidentTrail.Sessions;

/// <summary>
/// Opens and reads the logs of a source in parallel and hands them out in the source's order. Opening runs ahead as far
/// as the source allows; inflating and reading take a processor each. Nothing is left running once it is disposed.
/// </summary>
internal sealed class OrderedReader : IAsyncDisposable
{
    // Small enough for a first event at once, large enough that handing over costs nothing.
    private const int EventsInBatch = 256;
    private const long BytesInBatch = 4 * 1024 * 1024;

    private readonly TrailQuery _query;
    private readonly TrailFilter _filter;
    private readonly CancellationTokenSource _stop;
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);
    private readonly ConcurrentBag<TextPool> _pools = [];
    private readonly ConcurrentBag<RecordBatch> _batches = [];
    private readonly ChunkPool _chunks = new();
    private readonly Channel<LogJob> _order;
    private readonly ConcurrentDictionary<LogJob, byte> _running = new();
    private readonly Task _listing;

    internal OrderedReader(ITrailSource source, TrailQuery query, TrailFilter filter, TrailCoverage coverage, CancellationToken token)
    {
        _query = query;
        _filter = filter;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        _order = Channel.CreateBounded<LogJob>(
            new BoundedChannelOptions(Math.Max(source.ReadAheadFor(query), 1)) { SingleReader = true, SingleWriter = true });
        _listing = Task.Run(() => ListAsync(source, coverage), CancellationToken.None);
    }

    /// <summary>The logs in order; each is to be read to its end before the next.</summary>
    internal ChannelReader<LogJob> Jobs => _order.Reader;

    /// <summary>Takes back a batch of which all events were made that anybody wants.</summary>
    internal void Return(RecordBatch batch)
    {
        batch.Clear();
        _batches.Add(batch);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _listing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_running.Keys.Select(job => job.Work)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _processors.Dispose();
    }

    private async Task ListAsync(ITrailSource source, TrailCoverage coverage)
    {
        try
        {
            await foreach (var item in source.ListAsync(_query, coverage, _stop.Token).ConfigureAwait(false))
            {
                var job = new LogJob(item);
                if (item.Open is null)
                    job.Writer.Complete();
                await _order.Writer.WriteAsync(job, _stop.Token).ConfigureAwait(false);
                if (item.Open is null)
                    continue;
                _running[job] = 0;
                job.Work = ReadAsync(job);
            }
            _order.Writer.Complete();
        }
        catch (Exception e)
        {
            _order.Writer.Complete(e);
        }
    }

    private async Task ReadAsync(LogJob job)
    {
        try
        {
            await Task.Yield();
            var stored = await job.Item.Open!(_stop.Token).ConfigureAwait(false);
            await ProcessorAsync(stored).ConfigureAwait(false);
            try
            {
                // To the end of the queue: who comes from the semaphore runs before what has arrived, and nothing would be
                // asked for while the logs that are there are inflated.
                await Task.Yield();
                await ReadAsync(job, stored).ConfigureAwait(false);
            }
            finally
            {
                _processors.Release();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The reader has stopped; nobody waits for this log.
        }
        catch (TrailSourceException e)
        {
            job.Fault = e.Fault;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException
            or OperationCanceledException)
        {
            job.Fault = LogFaults.OfReading(job.Item.Log!.Location, e);
        }
        catch (Exception e)
        {
            job.Writer.TryComplete(e);
        }
        finally
        {
            job.Writer.TryComplete();
            _running.TryRemove(job, out _);
        }
    }

    // What is open and will not be read holds a connection, or memory of a pool.
    private async Task ProcessorAsync(Stream stored)
    {
        try
        {
            await _processors.WaitAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await stored.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ReadAsync(LogJob job, Stream stored)
    {
        if (!_pools.TryTake(out var pool))
            pool = new TextPool();
        using var reader = new RecordReader(stored, job.Item.Log!, _filter, _query.MaxInflatedSize, pool);
        var batch = NewBatch();
        while (reader.Read(batch))
        {
            _stop.Token.ThrowIfCancellationRequested();
            if (batch.Records.Count < EventsInBatch && batch.Inflated < BytesInBatch)
                continue;
            await HandOverAsync(job, batch).ConfigureAwait(false);
            batch = NewBatch();
        }
        await HandOverAsync(job, batch).ConfigureAwait(false);
        job.IsWhole = reader.IsWhole;
        if (reader.Failure is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        _pools.Add(pool);
    }

    private RecordBatch NewBatch() => _batches.TryTake(out var used) ? used : new RecordBatch(_chunks);

    // While a large log waits for its turn, its processor serves another: else those before it could never be read.
    private async ValueTask HandOverAsync(LogJob job, RecordBatch batch)
    {
        if (job.Writer.TryWrite(batch))
            return;
        _processors.Release();
        try
        {
            await job.Writer.WriteAsync(batch, _stop.Token).ConfigureAwait(false);
        }
        finally
        {
            await _processors.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}
