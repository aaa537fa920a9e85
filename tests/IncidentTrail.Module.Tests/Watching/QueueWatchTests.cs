using IncidentTrail.Aws.Tests.Queues;

namespace IncidentTrail.Module.Tests.Watching;

/// <summary>Watch-IncidentTrailEvent over a queue, at the prompt.</summary>
public sealed class QueueWatchTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>, IDisposable
{
    private readonly QueueServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Events_are_given_and_their_messages_deleted()
    {
        string[] ids = ["one", "two", "three"];
        foreach (var id in ids)
            WatchedTrail.Deliver(_server, id);

        var given = module.Run(WatchedTrail.Command(_server, "-MaxEvents 3 | ForEach-Object EventId"));

        Assert.Equal(ids.Order(), given.Select(id => id.ToString()).Order());
        Assert.Empty(_server.Content.Messages);
    }
}
