using IncidentTrail.Records;
using IncidentTrail.Sessions;

namespace IncidentTrail.Tests.Sessions;

/// <summary>The table of what was delivered, while it grows over many segments.</summary>
public sealed class DuplicateTableTests
{
    private const int Seed = 20260310;

    [Fact]
    public void Every_event_is_new_once_and_found_again_where_it_first_was()
    {
        var random = new Random(Seed);
        var logs = Enumerable.Range(0, 7).Select(i => new TrailLog { Location = $"{i}.json.gz" }).ToArray();
        var keys = Enumerable.Range(0, 300_000)
            .Select(i => new EventKey((ulong)random.NextInt64() ^ ((ulong)(i & 1) << 63), (uint)random.Next(), (uint)i)).ToArray();
        var table = new DuplicateTable();

        for (var i = 0; i < keys.Length; i++)
        {
            Assert.True(table.TryAdd(keys[i], logs[i * 7 / keys.Length], i, out _));
            // One of those before it, with other content every second time.
            var earlier = random.Next(i + 1);
            var key = keys[earlier] with { Content = (uint)(earlier + (i & 1)) };
            Assert.False(table.TryAdd(key, logs[0], 0, out var first));
            Assert.Equal((logs[earlier * 7 / keys.Length], earlier, (i & 1) == 0), (first.Log, first.Index, first.SameContent));
        }
    }

    [Fact]
    public void Keys_that_share_half_of_their_bits_are_different_events()
    {
        var table = new DuplicateTable();
        var log = new TrailLog { Location = "1.json" };
        EventKey[] keys = [new(1, 1, 1), new(1, 2, 1), new(2, 1, 1), new(1UL << 63, 1, 1), new(0, 0, 0), new(ulong.MaxValue, 1, 1)];

        Assert.All(keys, key => Assert.True(table.TryAdd(key, log, 0, out _)));
        Assert.All(keys, key => Assert.False(table.TryAdd(key, log, 1, out _)));
    }

    [Fact]
    public void An_event_without_a_key_repeats_none()
    {
        var table = new DuplicateTable();

        Assert.True(table.TryAdd(null, new TrailLog { Location = "1.json" }, 0, out _));
        Assert.True(table.TryAdd(null, new TrailLog { Location = "1.json" }, 0, out _));
    }
}
