using IncidentTrail.Sources;

namespace IncidentTrail.Tests.Sources;

public sealed class OrderedWorkTests
{
    [Fact]
    public async Task Results_come_in_the_order_of_the_inputs_whichever_is_ready_first()
    {
        var first = new TaskCompletionSource();
        var results = OrderedWork.Of<int, int>(
            Numbers(3),
            async (number, given, _) =>
            {
                if (number == 0)
                    await first.Task;
                given.TryWrite(number);
                if (number == 2)
                    first.SetResult();
            },
            ahead: 4, held: 1, CancellationToken.None);

        Assert.Equal([0, 1, 2], await ToListAsync(results));
    }

    [Fact]
    public async Task No_more_inputs_are_taken_than_may_wait()
    {
        var taken = 0;
        var release = new TaskCompletionSource();
        async IAsyncEnumerable<int> Counted()
        {
            for (var i = 0; i < 100; i++)
            {
                taken++;
                yield return i;
            }
            await Task.CompletedTask;
        }
        await using var results = OrderedWork.Of<int, int>(
            Counted(), async (number, given, _) => { await release.Task; given.TryWrite(number); }, ahead: 3, held: 1, CancellationToken.None)
            .GetAsyncEnumerator();
        var first = results.MoveNextAsync().AsTask();

        release.SetResult();
        Assert.True(await first);

        // The one at its turn, those that wait, and the one that found no room.
        Assert.InRange(taken, 1, 6);
    }

    [Fact]
    public async Task What_an_input_throws_is_thrown_in_its_place()
    {
        var results = OrderedWork.Of<int, int>(
            Numbers(3),
            (number, given, _) =>
            {
                if (number == 1)
                    throw new InvalidDataException("the second");
                given.TryWrite(number);
                return Task.CompletedTask;
            },
            ahead: 4, held: 1, CancellationToken.None);
        var seen = new List<int>();

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var number in results)
                seen.Add(number);
        });

        Assert.Equal([0], seen);
    }

    [Fact]
    public async Task Nothing_runs_on_once_the_reader_has_stopped()
    {
        var running = 0;
        await foreach (var _ in OrderedWork.Of<int, int>(
            Numbers(10),
            async (number, given, stop) =>
            {
                Interlocked.Increment(ref running);
                try
                {
                    given.TryWrite(number);
                    await Task.Delay(Timeout.Infinite, number == 0 ? new CancellationToken(canceled: true) : stop);
                }
                catch (OperationCanceledException)
                {
                }
                Interlocked.Decrement(ref running);
            },
            ahead: 4, held: 1, CancellationToken.None))
        {
            break;
        }

        Assert.Equal(0, running);
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var i = 0; i < count; i++)
            yield return i;
        await Task.CompletedTask;
    }

    private static async Task<List<int>> ToListAsync(IAsyncEnumerable<int> numbers)
    {
        var list = new List<int>();
        await foreach (var number in numbers)
            list.Add(number);
        return list;
    }
}
