using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>A watching to which nothing comes says every few minutes that it lives, and how much waits.</summary>
public sealed class SignOfLifeTests
{
    [Fact]
    public async Task It_says_every_few_minutes_that_it_lives()
    {
        var clock = new LeapingClock(only: WatchLimits.WatchPulse);
        var queue = new AnsweringQueue { Standing = new QueueStanding(7, 2, 1, TimeSpan.FromMinutes(30)) };
        using var source = new QueueSource(queue, new NoLogs(), new TrailQueue { Name = "trail" }, clock);
        var said = new List<string>();
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await using var items = source.ListAsync(
            new TrailQuery(), new TrailSourceCoverage(source.Name, new TrailCoverage()), guard.Token).GetAsyncEnumerator(guard.Token);
        var coming = items.MoveNextAsync().AsTask();

        await foreach (var now in source.Notices.UntilAsync(coming))
        {
            said.AddRange(now.Select(notice => notice.Text));
            // On this clock no patience ends: a receive that is under way is answered.
            if (said.Count >= 3)
                queue.Answers.TrySetResult();
        }
        Assert.True(await coming);

        Assert.Equal("Watching SQS trail: 7 messages waiting, 2 in flight, 1 delayed.", said[0]);
        Assert.All(said.Skip(1), text => Assert.Equal(
            "Watching SQS trail: 0 logs read, 0 events given, no delivery yet; 7 messages waiting, 2 in flight, 1 delayed.", text));
        Assert.True(clock.Passed >= 2 * WatchLimits.SignOfLife);
    }
}
