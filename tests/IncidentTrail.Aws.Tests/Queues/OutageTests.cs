using System.Collections.Concurrent;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.Queues.Server;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>A service that does not answer: one wait for all calls, which grows, is said once, and ends by itself.</summary>
public sealed class OutageTests
{
    private static readonly TrailFault s_down = new(TrailFaultKind.Connection, "trail", "SQS does not answer.");

    [Theory]
    [InlineData(14, 12)]
    [InlineData(60, 14)]
    [InlineData(3600, 170)]
    public async Task Of_many_callers_one_asks_again_and_ever_more_seldom(int seconds, int most)
    {
        var clock = new LeapingClock();
        var said = new ConcurrentQueue<TrailNotice>();
        var gate = new OutageGate("SQS trail", said.Enqueue, clock, () => 0);
        var calls = new ConcurrentQueue<TimeSpan>();
        // All of them are on their way when it begins.
        using var begun = new CountdownEvent(8);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => gate.CallAsync(
            _ =>
            {
                if (calls.Count < 8 && !begun.IsSet)
                {
                    begun.Signal();
                    begun.Wait(CancellationToken.None);
                }
                calls.Enqueue(clock.Passed);
                return clock.Passed < TimeSpan.FromSeconds(seconds) ? throw new TrailSourceException(s_down) : Task.FromResult(true);
            },
            CancellationToken.None)))).WaitAsync(TimeSpan.FromMinutes(3));

        var failed = calls.Where(at => at < TimeSpan.FromSeconds(seconds)).ToList();
        Assert.InRange(failed.Count, 2, 8 + most);
        Assert.True(clock.Passed < TimeSpan.FromSeconds(seconds + 30));
        Assert.Equal([TrailNoticeKind.Warning, TrailNoticeKind.Verbose], said.Select(notice => notice.Kind));
        // The next call passes at once.
        var passed = clock.Passed;
        await gate.CallAsync(_ => Task.FromResult(true), CancellationToken.None);
        Assert.Equal(passed, clock.Passed);
    }

    [Fact]
    public async Task A_failure_that_is_gone_at_once_is_not_said()
    {
        var said = new ConcurrentQueue<TrailNotice>();
        var gate = new OutageGate("SQS trail", said.Enqueue, new LeapingClock(), () => 0.5);
        var calls = 0;

        await gate.CallAsync(_ => calls++ == 0 ? throw new TrailSourceException(s_down) : Task.FromResult(true), CancellationToken.None);

        Assert.Equal(2, calls);
        Assert.Empty(said);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(3600, 30)]
    public async Task A_service_that_says_how_long_to_wait_is_waited_for_within_the_bound(int asked, int waited)
    {
        var clock = new LeapingClock();
        var gate = new OutageGate("SQS trail", _ => { }, clock, () => 0);
        var busy = new TrailFault(TrailFaultKind.Throttled, "trail", "SQS is busy.") { RetryAfter = TimeSpan.FromSeconds(asked) };
        var calls = 0;

        await gate.CallAsync(_ => calls++ == 0 ? throw new TrailSourceException(busy) : Task.FromResult(true), CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(waited), clock.Passed);
    }

    [Fact]
    public async Task Nobody_tries_while_an_outage_is_being_said()
    {
        var clock = new LeapingClock();
        var waited = TimeSpan.MaxValue;
        Task<bool>? other = null;
        OutageGate gate = null!;
        gate = new OutageGate("SQS trail", Say, clock, () => 0);
        var calls = 0;

        await gate.CallAsync(_ => calls++ < 2 ? throw new TrailSourceException(s_down) : Task.FromResult(true), CancellationToken.None);

        Assert.True(await other!);
        Assert.Equal(TimeSpan.Zero, waited);

        void Say(TrailNotice notice)
        {
            if (notice.Kind != TrailNoticeKind.Warning)
                return;
            var before = clock.Passed;
            other = gate.CallAsync(_ => Task.FromResult(true), CancellationToken.None);
            waited = clock.Passed - before;
        }
    }

    [Fact]
    public async Task What_cannot_get_better_is_not_waited_out()
    {
        var clock = new LeapingClock();
        var gate = new OutageGate("SQS trail", _ => { }, clock, () => 0.5);
        var denied = new TrailSourceException(new TrailFault(TrailFaultKind.AccessDenied, "trail", "Denied."));

        await Assert.ThrowsAsync<TrailSourceException>(() => gate.CallAsync<bool>(_ => throw denied, CancellationToken.None));

        Assert.Equal(TimeSpan.Zero, clock.Passed);
    }

    [Fact]
    public async Task One_of_many_things_that_fails_lets_the_others_try_and_is_given_up()
    {
        var gate = new OutageGate("S3", _ => { }, new LeapingClock(), () => 0);
        var calls = 0;
        Task<bool>? other = null;

        await Assert.ThrowsAsync<TrailSourceException>(() => gate.CallAsync<bool>(
            _ =>
            {
                // It waits for what comes of the second try, and is the next to try.
                if (++calls == 2)
                    other = Task.Run(() => gate.CallAsync(_ => Task.FromResult(true), 5, CancellationToken.None));
                throw new TrailSourceException(s_down);
            },
            5, CancellationToken.None));

        Assert.Equal(5, calls);
        Assert.True(await other!.WaitAsync(TimeSpan.FromMinutes(3)));
    }

    [Fact]
    public async Task Who_refuses_one_of_many_things_answers()
    {
        var clock = new LeapingClock();
        var gate = new OutageGate("S3", _ => { }, clock, () => 0);
        var denied = new TrailSourceException(new TrailFault(TrailFaultKind.AccessDenied, "trail", "Denied."));
        var calls = 0;

        await Assert.ThrowsAsync<TrailSourceException>(() => gate.CallAsync<bool>(
            _ => throw (calls++ == 0 ? new TrailSourceException(s_down) : denied), 5, CancellationToken.None));

        Assert.False(gate.IsClosed);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(0)]
    public async Task A_queue_that_does_not_answer_is_waited_for_and_nothing_is_lost(int status)
    {
        using var server = new QueueServer();
        var failures = 0;
        server.Answer = call => Task.FromResult(call.Operation.Length > 0 && Interlocked.Increment(ref failures) <= 3 ? new QueueAnswer(status, []) : null);
        WatchedTrail.Deliver(server, "one");
        using var watcher = new Watcher(server);

        await watcher.UntilAsync(() => server.Content.Messages.Count == 0);

        Assert.Equal(["one"], watcher.Events);
        // Each call was one request: the SDK repeats nothing, and neither does .NET.
        Assert.Equal(3 + 1, server.CountOf("GetQueueAttributes"));
        Assert.Contains("asked again", Assert.Single(watcher.Warnings));
    }
}
