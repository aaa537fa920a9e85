using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sources;
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
        var pulses = 0;
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));

        await foreach (var item in source.ListAsync(new TrailQuery(), new TrailSourceCoverage(source.Name, new TrailCoverage()), guard.Token))
        {
            pulses += item is SourcePulse ? 1 : 0;
            if (item is SourceNotice { Notice: { Kind: TrailNoticeKind.Verbose } notice })
                said.Add(notice.Text);
            if (said.Count < 3)
                continue;
            // On this clock no patience ends: a receive that is under way is answered.
            queue.Answers.TrySetResult();
            break;
        }

        Assert.Equal("Watching SQS trail: 7 messages waiting, 2 in flight, 1 delayed.", said[0]);
        Assert.All(said.Skip(1), text => Assert.Equal(
            "Watching SQS trail: 0 logs read, 0 events given, no delivery yet; 7 messages waiting, 2 in flight, 1 delayed.", text));
        // What touches the file of a supervisor goes round far more often.
        Assert.True(pulses > 2 * said.Count);
        Assert.True(clock.Passed >= 2 * WatchLimits.SignOfLife);
    }
}
