using IncidentTrail.Records;
using IncidentTrail.Sql;
using IncidentTrail.Tallies;

namespace IncidentTrail.Tests.Tallies;

public sealed class KnownCallersTests
{
    private const int Seed = 20261128;
    private readonly TallyTexts _texts = new();
    private readonly CallerEntries _entries = new();
    private readonly KnownCallers _known;

    public KnownCallersTests() => _known = new KnownCallers(_entries);

    [Fact]
    public void A_caller_that_was_noted_is_found_by_what_it_was_read_from_and_by_nothing_else()
    {
        var number = Entry(new SeededHash(7, 9));
        Note(number);
        Note(number);

        Assert.Equal(number, _known.Find(new SeededHash(7, 9)));
        Assert.Equal(-1, _known.Find(new SeededHash(8, 9)));
        // The same tag in the same place.
        Assert.Equal(-1, _known.Find(new SeededHash(7 | 1UL << 40, 9)));
        _known.Clear();
        Assert.Equal(-1, _known.Find(new SeededHash(7, 9)));
    }

    [Fact]
    public void Of_many_callers_nearly_all_are_found_and_none_for_another()
    {
        var random = new Random(Seed);
        var entries = Enumerable.Range(0, 5_000).Select(_ => Entry(new SeededHash((ulong)random.NextInt64(), (ulong)random.NextInt64()))).ToList();
        entries.ForEach(Note);

        var found = entries.Select(entry => _known.Find(_entries[entry].ReadFrom)).ToList();

        Assert.All(found.Zip(entries), pair => Assert.True(pair.First == -1 || pair.First == pair.Second));
        Assert.InRange(found.Count(entry => entry >= 0), 4_500, 5_000);
    }

    [Fact]
    public void More_callers_than_there_are_places_for_displace_each_other()
    {
        var crowd = Enumerable.Range(1, 9).Select(i => Entry(new SeededHash((ulong)i, 0))).ToList();
        crowd.ForEach(Note);

        Assert.Equal(crowd[^1], _known.Find(_entries[crowd[^1]].ReadFrom));
        Assert.Equal(4, crowd.Count(entry => _known.Find(_entries[entry].ReadFrom) >= 0));
    }

    [Fact]
    public void Who_is_told_ever_anew_takes_no_more_room()
    {
        var random = new Random(Seed);
        var entries = Enumerable.Range(1, 8).Select(i => Entry(new SeededHash((ulong)i, (ulong)i))).ToList();
        entries.ForEach(Note);
        var told = Enumerable.Range(1, 10_001).Select(minute => Told(random, minute)).ToList();
        Anew(entries[0], told[0]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 1; i < told.Count; i++)
            Anew(entries[i % entries.Count], told[i]);
        var room = GC.GetAllocatedBytesForCurrentThread() - before;

        // A collection meanwhile counts what was left of the thread's 8 KB; callers never forgotten would take some 800 KB.
        Assert.InRange(room, 0, 20_000);
        Assert.All(entries, entry => Assert.Equal(entry, _known.Find(_entries[entry].ReadFrom)));
    }

    private void Anew(int number, CallGroup told)
    {
        var former = _entries[number].ReadFrom;
        _entries[number].Add(told, _texts);
        _known.Note(number, former);
    }

    private void Note(int number) => _known.Note(number, _entries[number].ReadFrom);

    private int Entry(SeededHash readFrom) => _entries.NumberOf(readFrom, new TrailCaller { ReadFrom = readFrom }, _texts);

    // Each record tells the caller otherwise, and later.
    private static CallGroup Told(Random random, int minute)
    {
        var time = DateTime.UnixEpoch.AddMinutes(minute);
        return new CallGroup(
            new TrailCaller { ReadFrom = new SeededHash((ulong)random.NextInt64(), (ulong)random.NextInt64()) }, time, time)
        { Calls = [] };
    }
}
