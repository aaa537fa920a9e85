using System.Runtime.CompilerServices;
using IncidentTrail.Records;
using IncidentTrail.Sessions;

namespace IncidentTrail.Tests.Sessions;

/// <summary>What is remembered of each event delivered: it is what grows while a trail is read.</summary>
[Collection(Collections.Name)]
public sealed class DuplicateTableSizeTests
{
    private const int Events = 740_000;
    private const int LeastBytes = 12;
    private const int MostBytes = 24;

    // By what is free once the table is: what other tests left is gone by then.
    [Fact]
    public void An_event_takes_less_than_24_bytes()
    {
        var held = Filled();
        var with = Settled();
        held[0] = null;

        Assert.InRange((with - Settled()) / (double)Events, LeastBytes, MostBytes);
    }

    // In a list, and made elsewhere, so that no place on this method's stack keeps it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DuplicateTable?[] Filled()
    {
        var random = new Random(7);
        var log = new TrailLog { Location = "log.json.gz" };
        var table = new DuplicateTable();
        for (var index = 0; index < Events; index++)
            Assert.True(table.TryAdd(new EventKey((ulong)random.NextInt64(long.MinValue, long.MaxValue), (uint)random.Next(), 0), log, index, out _));
        return [table];
    }

    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
