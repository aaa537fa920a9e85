using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>What was given and is not deleted yet comes again where the process is killed: there is never much of it.</summary>
public sealed class DeletionPaceTests
{
    private readonly LeapingClock _clock = new();
    private readonly AnsweringQueue _queue = new();

    [Fact]
    public async Task No_more_is_given_than_may_come_twice_until_some_of_it_is_deleted()
    {
        var (deletions, leases) = Make(Gate());
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => deletions.RunAsync(stop.Token));
        var most = 0;

        for (var given = 1; given <= 20 * WatchLimits.GivenUndeleted; given++)
        {
            deletions.AddGiven(Message(leases, given));
            most = Math.Max(most, given - _queue.Deleted.Count);
        }

        Assert.InRange(most, 1, 32);
        await Eventually.HoldsAsync(() => deletions.Deleted == 20 * WatchLimits.GivenUndeleted);
        await stop.CancelAsync();
        await Task.WhenAny(running);
    }

    [Fact]
    public async Task Where_the_queue_does_not_answer_it_is_not_waited_for()
    {
        var gate = Gate();
        var (deletions, leases) = Make(gate);
        using var stop = new CancellationTokenSource();
        var isFirst = true;
        var outage = gate.CallAsync(
            async token =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    throw new TrailSourceException(new TrailFault(TrailFaultKind.Connection, "trail", "SQS does not answer."));
                }
                await Task.Delay(Timeout.Infinite, token);
                return true;
            },
            stop.Token);
        await Eventually.HoldsAsync(() => gate.IsClosed);

        // Nothing deletes: whoever waited for it would do so for minutes.
        for (var given = 1; given <= 2 * WatchLimits.GivenUndeleted; given++)
            deletions.AddGiven(Message(leases, given));

        Assert.Equal(2 * WatchLimits.GivenUndeleted, deletions.Left().Count);
        await stop.CancelAsync();
        await Task.WhenAny(outage);
    }

    [Fact]
    public async Task The_end_waits_for_nothing()
    {
        var (deletions, leases) = Make(Gate());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deletions.RunAsync(new CancellationToken(canceled: true)));

        for (var given = 1; given <= 2 * WatchLimits.GivenUndeleted; given++)
            deletions.AddGiven(Message(leases, given));

        Assert.Equal(2 * WatchLimits.GivenUndeleted, deletions.Left().Count);
    }

    private OutageGate Gate() => new("SQS trail", _ => { }, _clock, () => 0.5);

    private (MessageDeletions Deletions, MessageLeases Leases) Make(OutageGate gate)
    {
        var leases = new MessageLeases(_queue, gate, _clock);
        return (new MessageDeletions(_queue, leases, gate, _clock) { Patience = TimeSpan.FromMinutes(30) }, leases);
    }

    private static MessageLease Message(MessageLeases leases, int number)
    {
        Assert.True(leases.Take(new QueueMessage($"message-{number}", $"receipt-{number}", ""), out var lease));
        return lease;
    }
}
