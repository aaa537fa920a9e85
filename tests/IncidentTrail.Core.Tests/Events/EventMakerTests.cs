using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using IncidentTrail.Events;
using IncidentTrail.Logs;
using IncidentTrail.Records;

namespace IncidentTrail.Tests.Events;

/// <summary>Where the bytes of events stand that are given: together only where nearly all of them are kept.</summary>
public sealed class EventMakerTests
{
    private const int Many = 10_000;

    private readonly EventMaker _maker = new();
    private readonly RecordBatch _batch = new(new ChunkPool());
    private readonly KeptRecord _record;

    public EventMakerTests()
    {
        var json = """{"eventVersion":"1.08","eventTime":"2026-03-10T09:00:00Z","eventID":"1","eventName":"A"}"""u8;
        var fields = new RecordFields();
        Assert.True(fields.TryRead(json));
        var (chunk, start, length, present) = _batch.Keep(json, fields);
        _record = new KeptRecord(chunk, start, length, present, 0, null, null, false);
    }

    [Fact]
    public void An_event_that_passes_by_has_its_bytes_for_itself()
    {
        MakeAndDrop(Many);
        GC.Collect();
        MakeAndDrop(Many);

        Assert.False(StandTogether(Make(2)));
    }

    [Fact]
    public void Events_that_are_all_kept_stand_together_and_each_says_what_it_did()
    {
        var kept = Make(Many);
        GC.Collect();
        var next = Make(Many);

        Assert.True(StandTogether(next[^2..]));
        Assert.All(next, e => Assert.Equal(Encoding.UTF8.GetString(_batch.BytesOf(_record).Json), e.Json));
        GC.KeepAlive(kept);
    }

    [Fact]
    public void One_kept_of_four_holds_no_other()
    {
        var kept = new List<TrailEvent>();
        MakeAndKeepOneOfFour(kept);
        GC.Collect();
        MakeAndDrop(Many);

        Assert.False(StandTogether(Make(2)));
        GC.KeepAlive(kept);
    }

    [Fact]
    public void Events_that_are_kept_no_longer_stand_alone_again()
    {
        var kept = Make(Many);
        GC.Collect();
        MakeAndDrop(Many);
        GC.Collect();
        MakeAndDrop(Many);

        Assert.False(StandTogether(Make(2)));
        GC.KeepAlive(kept);
    }

    private TrailEvent Make() => _maker.Make(_batch.BytesOf(_record), _record, new TrailLog { Location = "1.json" });

    private TrailEvent[] Make(int count) => [.. Enumerable.Range(0, count).Select(_ => Make())];

    // A method of its own: what a caller has in hand is not collected. One by one: other tests collect too, at any moment.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeAndDrop(int count)
    {
        for (var i = 0; i < count; i++)
            Make();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeAndKeepOneOfFour(List<TrailEvent> kept)
    {
        for (var i = 0; i < Many; i++)
        {
            if (Make() is var made && i % 4 == 0)
                kept.Add(made);
        }
    }

    // Between two arrays there is at least a header.
    private static bool StandTogether(TrailEvent[] two)
    {
        var first = two[0].Record.Whole;
        var second = two[1].Record.Whole;
        return Unsafe.ByteOffset(ref MemoryMarshal.GetReference(first), ref MemoryMarshal.GetReference(second)) == first.Length;
    }
}
