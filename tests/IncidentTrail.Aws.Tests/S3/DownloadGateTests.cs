using IncidentTrail.Aws.S3;

namespace IncidentTrail.Aws.Tests.S3;

public sealed class DownloadGateTests
{
    [Fact]
    public async Task As_many_are_let_in_at_once_as_was_said_in_the_order_of_their_turns()
    {
        var gate = new DownloadGate(2, 1000);
        var (first, second) = (Enter(gate, 0, 1), Enter(gate, 1, 1));
        var (last, third) = (Enter(gate, 9, 1), Enter(gate, 2, 1));
        Assert.Equal((true, true, false, false), (first.IsCompleted, second.IsCompleted, third.IsCompleted, last.IsCompleted));

        gate.EndDownload();

        await third.WaitAsync(Soon);
        Assert.False(last.IsCompleted);
    }

    [Fact]
    public async Task What_is_held_is_bounded_and_freed_when_it_is_let_go()
    {
        var gate = new DownloadGate(64, 100);
        var (first, second, third) = (Enter(gate, 0, 60), Enter(gate, 1, 40), Enter(gate, 2, 1));
        gate.EndDownload();
        gate.EndDownload();
        Assert.Equal((true, true, false), (first.IsCompleted, second.IsCompleted, third.IsCompleted));

        gate.Free(1, 40);

        await third.WaitAsync(Soon);
    }

    [Fact]
    public async Task The_first_in_order_is_let_in_whatever_the_others_hold()
    {
        var gate = new DownloadGate(1, 10);
        Assert.True(Enter(gate, 5, 10).IsCompleted);
        var (later, sooner) = (Enter(gate, 6, 1), Enter(gate, 4, 1000));

        await sooner.WaitAsync(Soon);
        Assert.False(later.IsCompleted);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task One_of_before_that_is_opened_again_is_let_in_while_another_waits_for_it(int turn)
    {
        var gate = new DownloadGate(1, 10);
        Assert.True(Enter(gate, 4, 1).IsCompleted);
        gate.Leave(4, 1);
        Assert.True(Enter(gate, 5, 10).IsCompleted);

        await Enter(gate, turn, 1).WaitAsync(Soon);

        gate.Leave(turn, 1);
        Assert.False(Enter(gate, 6, 1).IsCompleted);
        gate.Leave(5, 10);
    }

    [Fact]
    public async Task An_object_larger_than_all_that_may_be_held_comes_in_alone()
    {
        var gate = new DownloadGate(64, 10);
        var (large, small) = (Enter(gate, 0, 1000), Enter(gate, 1, 1));
        Assert.Equal((true, false), (large.IsCompleted, small.IsCompleted));

        gate.Leave(0, 1000);

        await small.WaitAsync(Soon);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_nothing_and_holds_nobody_up()
    {
        var gate = new DownloadGate(1, 10);
        using var stop = new CancellationTokenSource();
        await gate.EnterAsync(0, 10, CancellationToken.None);
        var waiting = gate.EnterAsync(1, 10, stop.Token);
        var behind = Enter(gate, 2, 10);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(behind.IsCompleted);
        gate.Leave(0, 10);

        await behind.WaitAsync(Soon);
    }

    [Fact]
    public async Task Whatever_happens_no_more_are_in_and_none_is_forgotten()
    {
        const int Most = 4;
        var gate = new DownloadGate(Most, 64);
        var random = new Random(20260102);
        int inside = 0, most = 0;
        await Task.WhenAll(Enumerable.Range(0, 500).Select(turn => (turn, size: random.Next(1, 40), quits: random.Next(4) == 0))
            .Select(async download =>
            {
                using var stop = new CancellationTokenSource();
                if (download.quits)
                    stop.CancelAfter(TimeSpan.FromMilliseconds(download.turn % 7));
                try
                {
                    await gate.EnterAsync(download.turn, download.size, stop.Token);
                }
                catch (OperationCanceledException)
                {
                    return;
                }

                InterlockedMax(ref most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                gate.EndDownload();
                await Task.Yield();
                gate.Free(download.turn, download.size);
            })).WaitAsync(TimeSpan.FromMinutes(3));

        // The first in order comes in beside the others.
        Assert.InRange(most, 1, Most + 1);
        Assert.True(Enter(gate, 501, 64).IsCompleted);
    }

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(3);

    private static Task Enter(DownloadGate gate, long turn, long size) => gate.EnterAsync(turn, size, CancellationToken.None);

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
            Interlocked.CompareExchange(ref most, value, seen);
    }
}
