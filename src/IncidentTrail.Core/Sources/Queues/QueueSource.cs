using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace IncidentTrail.Sources.Queues;

/// <summary>
/// The logs that a queue's messages name, as they come, until the reading is stopped. A message is deleted when all that its logs
/// hold has been given; when the source is closed, what was not is made visible to others at once.
/// </summary>
internal sealed class QueueSource : IWatchedSource, IDisposable
{
    private readonly IMessageQueue _queue;
    private readonly PatientLogs _logs;
    private readonly TrailQueue _asked;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<TrailSourceItem> _items = Channel.CreateBounded<TrailSourceItem>(WatchLimits.MessagesAhead);
    private readonly OutageGate _gate;
    private readonly MessageLeases _leases;
    private readonly MessageDeletions _deletions;
    private MessageReceipts? _receipts;
    private Task _running = Task.CompletedTask;
    private volatile bool _hasAnswered;

    internal QueueSource(IMessageQueue queue, INamedLogs logs, TrailQueue asked, TimeProvider? clock = null, Func<double>? draw = null)
    {
        (_queue, _asked) = (queue, asked);
        _clock = clock ?? TimeProvider.System;
        draw ??= Random.Shared.NextDouble;
        _logs = new PatientLogs(logs, Notices.Say, _clock, draw);
        _gate = new OutageGate(Name, Notices.Say, _clock, draw);
        _leases = new MessageLeases(queue, _gate, _clock);
        _deletions = new MessageDeletions(queue, _leases, _gate, _clock);
    }

    /// <inheritdoc/>
    public string Name => $"SQS {_queue.Name}";

    /// <inheritdoc/>
    public int ReadAheadFor(TrailQuery query) => 2 * _logs.AtOnce;

    /// <inheritdoc/>
    public WatchedNotices Notices { get; } = new();

    /// <inheritdoc/>
    public TrailNotice? Lack => _gate.Outage ?? _logs.Outage
        ?? (_hasAnswered ? null : TrailNotice.Gap($"{Name} had not answered once when the time was over: what waits there was not given."));

    /// <summary>How long the end may take.</summary>
    internal TimeSpan Farewell { get; set; } = WatchLimits.QueueFarewell;

    /// <summary>What waits in the queue; null where these credentials may not ask.</summary>
    internal Task<QueueStanding?> StandingAsync(CancellationToken token) => _queue.StandingAsync(token);

    /// <inheritdoc/>
    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(token, _stop.Token);
        _receipts = new MessageReceipts(_queue, _logs, _asked, _leases, _deletions, _gate, _clock, _items.Writer);
        _running = RunAsync(entry, both.Token);
        try
        {
            await foreach (var item in _items.Reader.ReadAllAsync(both.Token).ConfigureAwait(false))
                yield return item;
        }
        finally
        {
            await both.CancelAsync().ConfigureAwait(false);
            await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _receipts.Account(entry);
        }
    }

    /// <summary>Deletes what was given, gives back what was not, and closes the connections; within a moment.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        using (var patience = new CancellationTokenSource(Farewell))
        {
            try
            {
                Task.Run(() => FarewellAsync(patience.Token), patience.Token).Wait(Farewell);
            }
            catch (Exception e) when (e is AggregateException or OperationCanceledException)
            {
                // What could not be given back is hidden until its time is over, and comes again then.
            }
        }
        _queue.Dispose();
        _logs.Dispose();
        _stop.Dispose();
    }

    private async Task FarewellAsync(CancellationToken token)
    {
        await _running.WaitAsync(token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var given = _deletions.Left();
        await Task.WhenAll(_deletions.FinishAsync(given, token), _leases.ReleaseAsync(given, token)).ConfigureAwait(false);
    }

    private async Task RunAsync(TrailSourceCoverage entry, CancellationToken token)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token);
        Task[] running = [];
        try
        {
            var standing = await _gate.CallAsync(_queue.StandingAsync, end.Token).ConfigureAwait(false);
            _hasAnswered = true;
            if (standing?.Visibility > TimeSpan.Zero)
                _leases.Visibility = standing.Visibility;
            Notices.Say(TrailNotice.Verbose($"Watching {Name}: {standing?.ToString() ?? "these credentials may not ask what waits there"}."));
            running =
            [
                // A queue that hides nothing would give the same messages again and again, as fast as it is asked.
                _receipts!.RunAsync(standing?.Visibility > TimeSpan.Zero ? null : _leases.Visibility, end.Token), _deletions.RunAsync(end.Token),
                _leases.KeepAsync(end.Token), SignOfLifeAsync(entry, end.Token),
            ];
            await await Task.WhenAny(running).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _items.Writer.TryComplete(e);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SignOfLifeAsync(TrailSourceCoverage entry, CancellationToken token)
    {
        var since = _clock.GetTimestamp();
        while (true)
        {
            await Task.Delay(WatchLimits.WatchPulse, _clock, token).ConfigureAwait(false);
            _receipts!.Account(entry);
            if (_clock.GetElapsedTime(since) < WatchLimits.SignOfLife)
                continue;
            since = _clock.GetTimestamp();
            var standing = await _gate.CallAsync(_queue.StandingAsync, token).ConfigureAwait(false);
            Notices.Say(TrailNotice.Verbose($"{WatchedText.Of(Name, entry.Whole, DateTime.UtcNow)}; {standing?.ToString() ?? "what waits may not be asked"}."));
        }
    }
}
