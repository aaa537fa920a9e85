using IncidentTrail.Aws.Tests.Queues.Server;

namespace IncidentTrail.Aws.Tests.Queues;

/// <summary>Everything at once: what is given is what is in the bucket, and the queue is empty but for the poison.</summary>
public sealed class WholeTests
{
    private const int Logs = 400;

    [Fact]
    public async Task Nothing_is_lost_and_nothing_given_twice_whatever_goes_wrong_on_the_way()
    {
        using var server = new QueueServer { Latency = TimeSpan.FromMilliseconds(2) };
        server.Content.Visibility = TimeSpan.FromSeconds(1);
        var random = new Random(20260310);
        for (var i = 0; i < Logs; i++)
        {
            var sent = WatchedTrail.Deliver(server, $"event-{i}");
            if (i % 5 == 0)
                server.Content.Send(sent.Body);
            if (i % 40 == 0)
                server.Content.Send($"poison {i}");
        }
        var fails = new HashSet<string>();
        server.Content.FailsToDelete = message => message.Receives % 3 == 1 && fails.Add(message.Id) && message.Id.EndsWith('7');
        var calls = 0;
        server.Answer = call => Task.FromResult((Interlocked.Increment(ref calls) % 97) switch
        {
            13 when call.Operation.Length > 0 => QueueAnswer.Unavailable,
            29 when call.Operation.Length > 0 => QueueAnswer.Refusal(400, "RequestThrottled"),
            53 when call.Operation.Length > 0 => QueueAnswer.Closed,
            _ => null,
        });
        var given = new List<string>();
        // Each run is broken off in the middle, at another place; the last goes on to the end.
        for (var run = 0; run < 4; run++)
        {
            using var broken = new Watcher(server, maxEvents: random.Next(20, 60));
            await broken.EndAsync();
            given.AddRange(broken.Events);
        }
        using var last = new Watcher(server);
        await last.UntilAsync(() => server.Content.Messages.All(message => message.Body.StartsWith("poison", StringComparison.Ordinal)));
        given.AddRange(last.Events);

        Assert.Equal(Enumerable.Range(0, Logs).Select(i => $"event-{i}").Order(), given.Distinct().Order());
        Assert.Equal(Logs / 40, server.Content.Messages.Count);
        // Messages of one log in two runs are given in both.
        Assert.InRange(given.Count, Logs, Logs + (Logs / 5));
        Assert.Equal(last.Events.Count, last.Events.Distinct().Count());
    }
}
