using IncidentTrail.Records;
using IncidentTrail.Tallies;

namespace IncidentTrail.Tests.Tallies;

public sealed class KnownCallersTests
{
    private const int Seed = 20261128;
    private readonly KnownCallers _known = new();

    [Fact]
    public void A_caller_that_was_noted_is_found_by_what_it_was_read_from_and_by_nothing_else()
    {
        var entry = Entry(new SeededHash(7, 9));
        Note(entry);
        Note(entry);

        Assert.Same(entry, _known.Find(new SeededHash(7, 9)));
        Assert.Null(_known.Find(new SeededHash(8, 9)));
        // The same tag in the same place.
        Assert.Null(_known.Find(new SeededHash(7 | 1UL << 40, 9)));
        _known.Clear();
        Assert.Null(_known.Find(new SeededHash(7, 9)));
    }

    [Fact]
    public void Of_many_callers_nearly_all_are_found_and_none_for_another()
    {
        var random = new Random(Seed);
        var entries = Enumerable.Range(0, 5_000).Select(_ => Entry(new SeededHash((ulong)random.NextInt64(), (ulong)random.NextInt64()))).ToList();
        entries.ForEach(Note);

        var found = entries.Select(entry => _known.Find(entry.Caller.ReadFrom)).ToList();

        Assert.All(found.Zip(entries), pair => Assert.True(pair.First is null || ReferenceEquals(pair.First, pair.Second)));
        Assert.InRange(found.Count(entry => entry is not null), 4_500, 5_000);
    }

    [Fact]
    public void More_callers_than_there_are_places_for_displace_each_other()
    {
        var crowd = Enumerable.Range(1, 9).Select(i => Entry(new SeededHash((ulong)i, 0))).ToList();
        crowd.ForEach(Note);

        Assert.Same(crowd[^1], _known.Find(crowd[^1].Caller.ReadFrom));
        Assert.Equal(4, crowd.Count(entry => _known.Find(entry.Caller.ReadFrom) is not null));
    }

    [Fact]
    public void Who_is_told_ever_anew_takes_no_more_room()
    {
        var random = new Random(Seed);
        var entries = Enumerable.Range(1, 8).Select(i => Entry(new SeededHash((ulong)i, (ulong)i))).ToList();
        entries.ForEach(Note);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            var entry = entries[i % entries.Count];
            var former = entry.Caller.ReadFrom;
            entry.Caller.ReadFrom = new SeededHash((ulong)random.NextInt64(), (ulong)random.NextInt64());
            _known.Note(entry, former);
        }
        var room = GC.GetAllocatedBytesForCurrentThread() - before;

        // A collection meanwhile counts what was left of the thread's 8 KB; callers never forgotten would take some 800 KB.
        Assert.InRange(room, 0, 20_000);
        Assert.All(entries, entry => Assert.Same(entry, _known.Find(entry.Caller.ReadFrom)));
    }

    private void Note(CallerEntry entry) => _known.Note(entry, entry.Caller.ReadFrom);

    private static CallerEntry Entry(SeededHash readFrom) => new(new TrailCaller { ReadFrom = readFrom });
}
