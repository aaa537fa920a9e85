using System.Collections.Concurrent;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.Queues.Server;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>The end of a watching: what is under way then, and what fails then.</summary>
public sealed class FarewellTests
{
    [Fact]
    public async Task What_was_given_is_deleted_at_the_end_and_the_rest_made_visible_at_once()
    {
        using var server = new QueueServer();
        for (var i = 0; i < 30; i++)
            WatchedTrail.Deliver(server, $"event-{i}");
        // Each log is asked for before the first event is given: all messages have been received by then.
        using var areReceived = new ManualResetEventSlim();
        using var watcher = new Watcher(server, maxEvents: 7, before: _ => Assert.True(areReceived.Wait(TimeSpan.FromMinutes(3))));
        await watcher.UntilAsync(() => server.CountOf("") == 30);
        areReceived.Set();

        await watcher.EndAsync();

        Assert.Equal(7, watcher.Events.Count);
        Assert.Equal(23, server.Content.Messages.Count);
        Assert.All(server.Content.Messages, message => Assert.True(message.VisibleUtc <= DateTime.UtcNow));
        using var next = new Watcher(server, maxEvents: 23);
        await next.EndAsync();
        Assert.Empty(server.Content.Messages);
        Assert.Equal(30, watcher.Events.Concat(next.Events).Distinct().Count());
    }

    [Fact]
    public async Task What_a_receive_brings_that_was_under_way_is_made_visible_at_once()
    {
        var queue = new AnsweringQueue();
        using var stop = new CancellationTokenSource();
        var source = new QueueSource(queue, new NoLogs(), new TrailQueue { Name = "trail" }, new HeldClock()) { Farewell = TimeSpan.FromMinutes(3) };
        var listing = Task.Run(async () =>
        {
            await foreach (var item in source.ListAsync(new TrailQuery(), new TrailSourceCoverage(source.Name, new TrailCoverage()), stop.Token))
                Assert.IsType<SourceNotice>(item);
        });
        await queue.IsAsked.Task.WaitAsync(TimeSpan.FromMinutes(3));

        await stop.CancelAsync();
        queue.Answers.TrySetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing.WaitAsync(TimeSpan.FromMinutes(3)));
        source.Dispose();
        Assert.Equal([("receipt", TimeSpan.Zero)], queue.Hidden);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(0)]
    public async Task A_call_of_the_end_that_fails_is_made_again(int status)
    {
        using var server = new QueueServer();
        for (var i = 0; i < 12; i++)
            WatchedTrail.Deliver(server, $"event-{i}");
        var failed = new ConcurrentDictionary<string, int>();
        server.Answer = call => Task.FromResult(
            call.Operation is "DeleteMessageBatch" or "ChangeMessageVisibilityBatch" && failed.AddOrUpdate(call.Operation, 1, (_, n) => n + 1) == 1
                ? new QueueAnswer(status, []) : null);
        using var areReceived = new ManualResetEventSlim();
        using var watcher = new Watcher(server, maxEvents: 5, before: _ => Assert.True(areReceived.Wait(TimeSpan.FromMinutes(3))));
        await watcher.UntilAsync(() => server.CountOf("") == 12);
        areReceived.Set();

        await watcher.EndAsync();

        Assert.Equal(["ChangeMessageVisibilityBatch", "DeleteMessageBatch"], failed.Keys.Order());
        Assert.Equal(7, server.Content.Messages.Count);
        Assert.All(server.Content.Messages, message => Assert.True(message.VisibleUtc <= DateTime.UtcNow));
    }
}
