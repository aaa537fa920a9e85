using System.Collections.Concurrent;

namespace IncidentTrail.Sources.Queues;

/// <summary>The messages received and not deleted. It extends the time of those that are worked on, and gives back the others.</summary>
internal sealed class MessageLeases(IMessageQueue queue, OutageGate gate, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, MessageLease> _leases = new(StringComparer.Ordinal);

    // A lease that is taken again in the moment in which its time runs out would be forgotten, and not extended.
    private readonly object _lock = new();

    /// <summary>How long a received message is hidden from others.</summary>
    internal TimeSpan Visibility { get; set; } = WatchLimits.UsualVisibility;

    /// <summary>Takes a message; false for one that is worked on already, which came again.</summary>
    internal bool Take(QueueMessage message, out MessageLease lease)
    {
        lock (_lock)
        {
            lease = _leases.GetOrAdd(message.Id, static id => new MessageLease(id));
            var isNew = lease.Since == 0 || !lease.IsHeld;
            lease.Add(message.Receipt);
            lease.Since = Math.Max(clock.GetTimestamp(), 1);
            lease.IsHeld = true;
            return isNew;
        }
    }

    /// <summary>Lets the message come again when its time is over.</summary>
    internal static void Leave(MessageLease lease) => lease.IsHeld = false;

    /// <summary>Forgets a message that was deleted.</summary>
    internal void Remove(MessageLease lease) => _leases.TryRemove(lease.Id, out _);

    /// <summary>Extends in time what is worked on, until it is stopped.</summary>
    internal async Task KeepAsync(CancellationToken token)
    {
        while (true)
        {
            var step = Visibility / 6;
            await Task.Delay(step < WatchLimits.LongestLeaseStep ? step : WatchLimits.LongestLeaseStep, clock, token).ConfigureAwait(false);
            ForgetExpired();
            var due = _leases.Values.Where(lease => lease.IsHeld && clock.GetElapsedTime(lease.Since) > Visibility / 2);
            await Task.WhenAll(due.Chunk(IMessageQueue.MostInCall).Select(leases => ExtendAsync(leases, token))).ConfigureAwait(false);
        }
    }

    /// <summary>Makes visible to others, at once, what is not to be deleted; again where that fails, as long as there is time.</summary>
    internal Task ReleaseAsync(IReadOnlyCollection<MessageLease> deleted, CancellationToken token) =>
        Task.WhenAll(_leases.Values.Except(deleted).Chunk(IMessageQueue.MostInCall).Select(leases => FarewellCalls.RepeatAsync(
            async stop =>
            {
                await queue.HideAsync([.. leases.Select(lease => lease.Receipt)], TimeSpan.Zero, stop).ConfigureAwait(false);
                return true;
            },
            clock, token)));

    private void ForgetExpired()
    {
        lock (_lock)
        {
            foreach (var lease in _leases.Values)
            {
                if (!lease.IsHeld && clock.GetElapsedTime(lease.Since) > Visibility)
                    Remove(lease);
            }
        }
    }

    private async Task ExtendAsync(MessageLease[] leases, CancellationToken token)
    {
        var now = clock.GetTimestamp();
        await gate.CallAsync(
            async stop =>
            {
                await queue.HideAsync([.. leases.Select(lease => lease.Receipt)], Visibility, stop).ConfigureAwait(false);
                return true;
            },
            token).ConfigureAwait(false);
        foreach (var lease in leases)
            lease.Since = Math.Max(now, lease.Since);
    }
}
