using IncidentTrail.Records;
using IncidentTrail.Sessions;

namespace IncidentTrail.Tests.Sessions;

/// <summary>What is remembered of each event delivered: it is what grows while a trail is read.</summary>
[Collection(Collections.Name)]
public sealed class DuplicateTableSizeTests
{
    private const int Events = 740_000;
    private const int MostBytes = 24;

    [Fact]
    public void An_event_takes_less_than_24_bytes()
    {
        var random = new Random(7);
        var log = new TrailLog { Location = "log.json.gz" };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var table = new DuplicateTable();

        for (var index = 0; index < Events; index++)
            Assert.True(table.TryAdd(new EventKey((ulong)random.NextInt64(long.MinValue, long.MaxValue), (uint)random.Next(), 0), log, index, out _));

        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Events, 0, MostBytes);
        GC.KeepAlive(table);
    }
}
