using System.Text;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.Queues.Server;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>
/// A bucket that does not answer while its queue does: the messages are held, since each receive brings them nearer to the queue of
/// those that nobody could read.
/// </summary>
public sealed class BucketOutageTests : IDisposable
{
    private readonly QueueServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(0, "", 20)]
    [InlineData(400, "ExpiredToken", 10)]
    public async Task Messages_are_held_until_it_answers_and_received_once(int status, string code, int failures)
    {
        var answer = new QueueAnswer(status, Encoding.UTF8.GetBytes($"<Error><Code>{code}</Code><Message>It is.</Message></Error>"));
        var asked = 0;
        var before = WatchedTrail.Deliver(_server, "before");
        using var watcher = new Watcher(_server);
        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);
        _server.Answer = call => Task.FromResult(call.Operation.Length == 0 && Interlocked.Increment(ref asked) <= failures ? answer : null);
        HeldMessage[] sent = [before, WatchedTrail.Deliver(_server, "one"), WatchedTrail.Deliver(_server, "two"), WatchedTrail.Deliver(_server, "three")];

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 0);

        Assert.Equal(["before", "one", "two", "three"], watcher.Events);
        Assert.Contains("asked again", Assert.Single(watcher.Warnings));
        Assert.All(sent, message => Assert.Equal(1, message.Receives));
    }

    [Fact]
    public async Task Credentials_that_never_opened_a_log_are_told_with_its_message_and_not_waited_for()
    {
        var refused = new QueueAnswer(403, "<Error><Code>InvalidAccessKeyId</Code><Message>It is.</Message></Error>"u8.ToArray());
        _server.Answer = call => Task.FromResult(call.Operation.Length == 0 ? refused : null);
        WatchedTrail.Deliver(_server, "one");
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => watcher.Warnings.Any(text => text.Contains("stays in the queue", StringComparison.Ordinal)));

        Assert.Empty(watcher.Events);
        Assert.DoesNotContain(watcher.Warnings, text => text.Contains("asked again", StringComparison.Ordinal));
    }

    // All others are opened ahead, and nobody asks for one any more while it fails.
    [Fact]
    public async Task A_log_that_fails_while_others_can_be_had_stays_and_holds_nobody_up()
    {
        var clock = new LeapingClock();
        var fault = new TrailFault(TrailFaultKind.Throttled, "trail", "It is busy.");
        using var logs = new PatientLogs(new SomeLogs("bad", fault), _ => { }, clock, () => 0);
        await using var other = await logs.OpenAsync(Named("good"), CancellationToken.None);

        var thrown = await Assert.ThrowsAsync<TrailSourceException>(
            () => logs.OpenAsync(Named("bad"), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromMinutes(3)));

        Assert.Same(fault, thrown.Fault);
        await using var next = await logs.OpenAsync(Named("good"), CancellationToken.None);
    }

    // Its name does not tell whether it is one, and it is looked at before anything behind it is received.
    [Fact]
    public async Task An_object_that_cannot_be_looked_at_holds_nobody_up_where_none_was_had_before()
    {
        var refused = new QueueAnswer(400, "<Error><Code>ExpiredToken</Code><Message>It is.</Message></Error>"u8.ToArray());
        _server.Answer = call => Task.FromResult(call.Target.Contains("stream/object", StringComparison.Ordinal) ? refused : null);
        _server.Content.Send(WatchedTrail.Notification("stream/object"));
        WatchedTrail.Deliver(_server, "good");
        using var watcher = new Watcher(_server);

        await watcher.UntilAsync(() => _server.Content.Messages.Count == 1);

        Assert.Equal(["good"], watcher.Events);
        Assert.Contains(watcher.Warnings, text => text.Contains("stays in the queue", StringComparison.Ordinal));
    }

    private static TrailLog Named(string name) => TrailLogLocation.FromKey("trail", WatchedTrail.KeyOf(name));

    private sealed class SomeLogs(string bad, TrailFault fault) : INamedLogs
    {
        public int AtOnce => 1;

        public ValueTask<Stream> OpenAsync(TrailLog log, CancellationToken token) =>
            log.Key!.Contains(bad) ? throw new TrailSourceException(fault) : ValueTask.FromResult<Stream>(new MemoryStream());

        public void Dispose()
        {
        }
    }
}
