using System.Text;
using System.Threading.Channels;

namespace IncidentTrail.Sources.Queues;

/// <summary>Receives messages, by as many receivers as there is work for, and makes of each what is to be read.</summary>
internal sealed class MessageReceipts(
    IMessageQueue queue, PatientLogs logs, TrailQueue asked, MessageLeases leases, MessageDeletions deletions, OutageGate gate,
    TimeProvider clock, ChannelWriter<TrailSourceItem> items)
{
    private readonly SeenMessages _peeked = new();
    private long _received;
    private long _withoutLog;
    private long _left;
    private int _receivers;

    /// <summary>Receives until it is stopped.</summary>
    /// <param name="visibility">How long messages are hidden; null for what the queue is set to.</param>
    /// <param name="token">Stops it.</param>
    internal async Task RunAsync(TimeSpan? visibility, CancellationToken token)
    {
        var others = new List<Task>();
        try
        {
            while (true)
            {
                var received = await ReceiveAsync(WatchLimits.LongPoll, visibility, token).ConfigureAwait(false);
                others.RemoveAll(task => task.IsCompletedSuccessfully);
                if (others.FirstOrDefault(task => task.IsCompleted) is { } failed)
                    await failed.ConfigureAwait(false);
                if (received == IMessageQueue.MostInCall)
                    Grow(others, visibility, token);
            }
        }
        finally
        {
            await Task.WhenAll(others).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>States what became of the messages.</summary>
    internal void Account(TrailSourceCoverage entry)
    {
        entry.State("MessagesReceived", Interlocked.Read(ref _received));
        entry.State("MessagesDeleted", (long)deletions.Deleted);
        entry.State("MessagesWithoutLog", Interlocked.Read(ref _withoutLog));
        entry.State("MessagesLeft", Interlocked.Read(ref _left));
    }

    // Full hands say that more waits: twice as many receive, until one comes back with less.
    private void Grow(List<Task> others, TimeSpan? visibility, CancellationToken token)
    {
        for (var more = _receivers + 1; more > 0 && Volatile.Read(ref _receivers) < WatchLimits.MostReceivers - 1; more--)
        {
            Interlocked.Increment(ref _receivers);
            others.Add(Task.Run(() => HelpAsync(visibility, token), CancellationToken.None));
        }
    }

    private async Task HelpAsync(TimeSpan? visibility, CancellationToken token)
    {
        try
        {
            while (await ReceiveAsync(TimeSpan.Zero, visibility, token).ConfigureAwait(false) == IMessageQueue.MostInCall)
            {
            }
        }
        finally
        {
            Interlocked.Decrement(ref _receivers);
        }
    }

    private async Task<int> ReceiveAsync(TimeSpan wait, TimeSpan? visibility, CancellationToken token)
    {
        var messages = await gate.CallAsync(
            stop => AnswerAsync(wait, visibility, stop), token).ConfigureAwait(false);
        // All of them are known before any waits for its turn: what is received has a time that runs.
        foreach (var (message, lease) in messages.Select(Taken).ToList())
        {
            if (lease is not null)
                await TakeAsync(message, lease, token).ConfigureAwait(false);
        }
        return messages.Count;
    }

    // A receive that is given up may have taken messages, which nobody could give back: one that was asked just now is let answer.
    private async Task<IReadOnlyList<QueueMessage>> AnswerAsync(TimeSpan wait, TimeSpan? visibility, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        var since = clock.GetTimestamp();
        using var ending = token.UnsafeRegister(
            _ =>
            {
                var left = WatchLimits.ReceiveFarewell - clock.GetElapsedTime(since);
                patience.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            },
            null);
        return await queue.ReceiveAsync(IMessageQueue.MostInCall, wait, visibility, patience.Token).ConfigureAwait(false);
    }

    private (QueueMessage Message, MessageLease? Lease) Taken(QueueMessage message)
    {
        Interlocked.Increment(ref _received);
        return (message, leases.Take(message, out var lease) ? lease : null);
    }

    private async ValueTask TakeAsync(QueueMessage message, MessageLease lease, CancellationToken token)
    {
        if (asked.Peeks && !_peeked.Add(message.Id))
        {
            MessageLeases.Leave(lease);
            return;
        }
        if (message.IsDamaged)
        {
            await LeaveAsync(lease, "its text does not fit its MD5: it was altered on the way", token).ConfigureAwait(false);
            return;
        }
        var content = MessageReading.Read(message.Body);
        if (content.Kind == MessageKind.Unknown)
        {
            await LeaveAsync(lease, content.Text, token).ConfigureAwait(false);
            return;
        }
        TrailSourceItem[] found = content.Kind == MessageKind.Record ? [Record(message, lease, content.Text)]
            : await NamedAsync(message, lease, content.Logs, token).ConfigureAwait(false);
        if (!found.Any(item => item is FoundLog))
        {
            Interlocked.Increment(ref _withoutLog);
            Settle(lease, isDone: true, deletions.Add);
        }
        foreach (var item in found)
            await items.WriteAsync(item, token).ConfigureAwait(false);
    }

    private async ValueTask<TrailSourceItem[]> NamedAsync(
        QueueMessage message, MessageLease lease, IReadOnlyList<NamedLog> named, CancellationToken token)
    {
        var places = new List<(TrailLog Log, bool IsLog)>(named.Count);
        foreach (var each in named)
        {
            var log = TrailLogLocation.FromKey(each.BucketName, each.Key, each.Size);
            places.Add((log, await NamedContent.IsLogAsync(logs.Impatient, log, token).ConfigureAwait(false)));
        }
        var delivery = Delivery(message, lease, places.Count(place => place.IsLog));
        return
        [
            .. places.Select(place => place.IsLog
                ? new FoundLog(place.Log, token => logs.OpenAsync(place.Log, token)) { Delivery = delivery }
                : (TrailSourceItem)new SkippedLog(place.Log)),
        ];
    }

    private FoundLog Record(QueueMessage message, MessageLease lease, string json) => new(
        new TrailLog { Location = $"SQS message {message.Id}" },
        _ => ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(json), writable: false)))
    {
        Delivery = Delivery(message, lease, logs: 1),
    };

    private MessageDelivery Delivery(QueueMessage message, MessageLease lease, int logs) =>
        new(message, logs, asked.SkipsMissing, isDone => Settle(lease, isDone, deletions.AddGiven));

    private void Settle(MessageLease lease, bool isDone, Action<MessageLease> delete)
    {
        if (!isDone)
            Interlocked.Increment(ref _left);
        if (isDone && !asked.Peeks)
            delete(lease);
        else
            MessageLeases.Leave(lease);
    }

    private ValueTask LeaveAsync(MessageLease lease, string why, CancellationToken token)
    {
        Settle(lease, isDone: false, deletions.Add);
        var text = $"SQS message {lease.Id} stays in the queue, and cannot be understood: {why}. {EngineRemedies.StrangeMessage}";
        return items.WriteAsync(new SourceNotice(TrailNotice.Gap(text)), token);
    }
}
