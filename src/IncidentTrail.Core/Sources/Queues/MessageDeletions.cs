using System.Threading.Channels;

namespace IncidentTrail.Sources.Queues;

/// <summary>Deletes messages whose events were given: together where several come at once, and again where that failed.</summary>
internal sealed class MessageDeletions(IMessageQueue queue, MessageLeases leases, OutageGate gate, TimeProvider clock)
{
    private static readonly GrowingWait s_wait = new(WatchLimits.FirstDeletionWait, WatchLimits.LongestDeletionWait, Sure: 1);

    private readonly Channel<MessageLease> _given = Channel.CreateUnbounded<MessageLease>();
    private readonly List<MessageLease> _late = [];
    private readonly object _turn = new();
    private int _untried;
    private bool _isOver;
    private int _deleted;

    /// <summary>How long the giving of more waits at most for what was given to be deleted.</summary>
    internal TimeSpan Patience { get; init; } = WatchLimits.DeletionPatience;

    /// <summary>How many were deleted.</summary>
    internal int Deleted => Volatile.Read(ref _deleted);

    /// <summary>Takes a message that is to be deleted.</summary>
    internal void Add(MessageLease lease)
    {
        lock (_turn)
            _untried++;
        _given.Writer.TryWrite(lease);
    }

    /// <summary>
    /// Takes a message whose events were just given, on the thread that gives them: while many of those wait to be deleted, so does
    /// that thread, since all of them would come again if the process were killed. Where the queue does not answer it does not.
    /// </summary>
    internal void AddGiven(MessageLease lease)
    {
        var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        lock (_turn)
        {
            while (_untried >= WatchLimits.GivenUndeleted && !_isOver && !gate.IsClosed && end - Environment.TickCount64 is > 0 and var left)
                Monitor.Wait(_turn, (int)left);
        }
        Add(lease);
    }

    /// <summary>Deletes what comes, until it is stopped or a message cannot be deleted for good.</summary>
    internal async Task RunAsync(CancellationToken token)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token);
        Task[] running = [.. Enumerable.Range(0, WatchLimits.DeletionsAtOnce).Select(_ => DeleteAsync(end.Token))];
        try
        {
            await await Task.WhenAny(running).ConfigureAwait(false);
        }
        finally
        {
            lock (_turn)
            {
                _isOver = true;
                Monitor.PulseAll(_turn);
            }
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>What is left to be deleted, at the end; nothing is taken any more.</summary>
    internal IReadOnlyCollection<MessageLease> Left()
    {
        _given.Writer.TryComplete();
        var left = new List<MessageLease>();
        while (_given.Reader.TryRead(out var lease))
            left.Add(lease);
        lock (_late)
            left.AddRange(_late);
        return [.. left.Distinct()];
    }

    /// <summary>Deletes what is left: all at once, and again where that fails, as long as there is time.</summary>
    internal Task FinishAsync(IReadOnlyCollection<MessageLease> left, CancellationToken token) =>
        Task.WhenAll(left.Chunk(IMessageQueue.MostInCall).Select(each => FarewellCalls.RepeatAsync(
            async stop => (each = await DeleteAsync(each, stop).ConfigureAwait(false)).Length == 0, clock, token)));

    private async Task DeleteAsync(CancellationToken token)
    {
        while (await _given.Reader.WaitToReadAsync(token).ConfigureAwait(false))
        {
            // Those that are given at one time are deleted in one call.
            if (_given.Reader.Count < IMessageQueue.MostInCall)
                await Task.Delay(WatchLimits.DeletionGathering, clock, token).ConfigureAwait(false);
            var batch = new List<MessageLease>();
            while (batch.Count < IMessageQueue.MostInCall && _given.Reader.TryRead(out var lease))
                batch.Add(lease);
            if (batch.Count == 0)
                continue;
            await UntilDeletedAsync(batch, token).ConfigureAwait(false);
            lock (_turn)
            {
                _untried -= batch.Count;
                Monitor.PulseAll(_turn);
            }
        }
    }

    // What was given and could not be deleted would come again: while the run goes on, it is tried.
    private async Task UntilDeletedAsync(List<MessageLease> batch, CancellationToken token)
    {
        lock (_late)
            _late.AddRange(batch);
        var left = await gate.CallAsync(stop => DeleteAsync([.. batch], stop), token).ConfigureAwait(false);
        lock (_late)
            _late.RemoveAll(lease => batch.Contains(lease) && !left.Contains(lease));
        if (left.Length > 0)
            _ = AgainAsync(left, token);
    }

    private async Task AgainAsync(MessageLease[] left, CancellationToken token)
    {
        try
        {
            for (var again = 1; left.Length > 0 && again <= WatchLimits.DeletionAttempts; again++)
            {
                await Task.Delay(s_wait.After(again, drawn: 1), clock, token).ConfigureAwait(false);
                var tried = left;
                left = await gate.CallAsync(stop => DeleteAsync(tried, stop), token).ConfigureAwait(false);
                lock (_late)
                    _late.RemoveAll(lease => tried.Contains(lease) && !left.Contains(lease));
            }
            // It comes again, and what it names is known.
            lock (_late)
                _late.RemoveAll(left.Contains);
            Array.ForEach(left, MessageLeases.Leave);
        }
        catch (Exception e) when (e is TrailSourceException or OperationCanceledException)
        {
            // At the end it is tried once more; what cannot get better, the next call says.
        }
    }

    private async Task<MessageLease[]> DeleteAsync(MessageLease[] batch, CancellationToken token)
    {
        var receipts = batch.SelectMany(lease => lease.Receipts.Select(receipt => (lease, receipt))).ToArray();
        var left = new HashSet<MessageLease>();
        foreach (var call in receipts.Chunk(IMessageQueue.MostInCall))
        {
            var failed = await queue.DeleteAsync([.. call.Select(each => each.receipt)], token).ConfigureAwait(false);
            left.UnionWith(call.Where(each => failed.Contains(each.receipt)).Select(each => each.lease));
        }
        foreach (var lease in batch.Where(lease => !left.Contains(lease)))
        {
            leases.Remove(lease);
            Interlocked.Increment(ref _deleted);
        }
        return [.. left];
    }
}
