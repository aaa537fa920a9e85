using IncidentTrail.Records;
using IncidentTrail.Sessions;

namespace IncidentTrail.Tests.Sessions;

/// <summary>The table of what was delivered: where an event was found, however many lie before and behind it.</summary>
public sealed class DuplicateTableTests
{
    private const int Events = 150_000;
    private const int MostInLog = 1000;

    [Fact]
    public void An_event_that_comes_again_is_told_with_the_log_and_place_where_it_was()
    {
        var table = new DuplicateTable();
        var found = Found();
        foreach (var (key, log, index) in found)
            Assert.True(table.TryAdd(key, log, index, out _));

        var again = Log();
        foreach (var (key, log, index) in found)
        {
            Assert.False(table.TryAdd(key, again, 0, out var first));
            Assert.Equal((index, key.Content), (first.Index, first.Content));
            Assert.Same(log, first.Log);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Of_records_one_behind_the_other_or_apart_each_is_told_with_its_own_place(int apart)
    {
        var table = new DuplicateTable();
        var random = new Random(5);
        var logs = Enumerable.Range(0, Events / MostInLog).Select(_ => Log()).ToArray();
        var found = logs.SelectMany(log => Enumerable.Range(0, MostInLog).Select(n => (Key: Key(random), log, Index: 7 + n * apart))).ToArray();
        Assert.All(found, f => Assert.True(table.TryAdd(f.Key, f.log, f.Index, out _)));

        foreach (var (key, log, index) in found)
        {
            Assert.False(table.TryAdd(key, log, 0, out var first));
            Assert.Equal((index, key.Content), (first.Index, first.Content));
            Assert.Same(log, first.Log);
        }
    }

    [Fact]
    public void Keys_that_differ_in_any_of_their_bits_are_two_events()
    {
        var table = new DuplicateTable();
        var log = Log();
        var key = new EventKey(0x0123_4567_89AB_CDEF, 0x1111_2222, 7);

        Assert.True(table.TryAdd(key, log, 0, out _));
        for (var bit = 0; bit < 64; bit++)
            Assert.True(table.TryAdd(key with { High = key.High ^ (1UL << bit) }, log, 1, out _));
        for (var bit = 0; bit < 32; bit++)
            Assert.True(table.TryAdd(key with { Low = key.Low ^ (1U << bit) }, log, 2, out _));
        Assert.False(table.TryAdd(key with { Content = 8 }, log, 3, out var first));

        Assert.Equal((0, key.Content), (first.Index, first.Content));
        Assert.True(table.Holds(key));
        Assert.False(table.Holds(key with { High = key.High ^ 3, Low = key.Low ^ 3 }));
    }

    // Every tag in one segment, so that of what is split one side stays empty; tags in their order; and a few tags for all keys.
    [Theory]
    [InlineData(0xABCD_E000, 1u << 13, 1u, 40_000)]
    [InlineData(0u, uint.MaxValue, 1u, Events)]
    [InlineData(0u, 500u, 0x9E37_79B1, 40_000)]
    public void Whatever_tags_keys_have_each_is_known_from_its_adding_on(uint from, uint tags, uint apart, int keys)
    {
        var table = new DuplicateTable();
        var log = Log();
        var random = new Random(3);
        var known = new Dictionary<(ulong, uint), (int Index, uint Content)>();
        for (var i = 0; i < keys; i++)
        {
            var key = new EventKey(((ulong)(from + ((uint)i % tags * apart)) << 32) | (uint)random.Next(60), (uint)random.Next(60), (uint)i);
            var isNew = known.TryAdd((key.High, key.Low), (i, key.Content));

            Assert.Equal(!isNew, table.Holds(key));
            Assert.Equal(isNew, table.TryAdd(key, log, i, out var first));
            if (!isNew)
                Assert.Equal(known[(key.High, key.Low)], (first.Index, first.Content));
        }
        Assert.All(known, k => Assert.True(table.Holds(new EventKey(k.Key.Item1, k.Key.Item2, 0))));
    }

    // A log is met again now and then, as the parts of a large one are.
    private static List<(EventKey Key, TrailLog Log, int Index)> Found()
    {
        var random = new Random(11);
        var found = new List<(EventKey, TrailLog, int)>(Events);
        var logs = new List<TrailLog>();
        while (found.Count < Events)
        {
            if (logs.Count < 2 || random.Next(4) > 0)
                logs.Add(Log());
            var log = logs[random.Next(logs.Count)];
            for (var index = random.Next(MostInLog); index > 0; index--)
                found.Add((Key(random), log, index));
        }

        return found;
    }

    private static EventKey Key(Random random) =>
        new((ulong)random.NextInt64(long.MinValue, long.MaxValue), (uint)random.Next(), (uint)random.Next());

    private static TrailLog Log() => new() { Location = "log.json.gz", Kind = TrailLogKind.CloudTrail };
}
