using System.Runtime.CompilerServices;
using System.Text;
using IncidentTrail.Logs;
using IncidentTrail.Records;
using IncidentTrail.Sessions;

namespace IncidentTrail.Tests.Sessions;

/// <summary>A chunk of records is used again only where nobody can read it any more.</summary>
[Collection(Collections.Name)]
public sealed class RecordLoansTests
{
    private const int Events = 3;

    private readonly ChunkPool _pool = new();
    private readonly RecordLoans _loans;
    private readonly TrailLog _log = new() { Location = "1.json" };

    public RecordLoansTests() => _loans = new RecordLoans(_pool);

    [Fact]
    public void What_dropped_events_were_made_of_is_used_again()
    {
        var chunk = Drop();

        _loans.Review();
        Assert.NotSame(chunk, _pool.Take(1));
        GC.Collect();
        _loans.Review();

        Assert.Same(chunk, _pool.Take(1));
    }

    [Fact]
    public void An_event_that_is_kept_has_bytes_of_its_own_after_two_collections()
    {
        var (kept, chunk) = Keep();

        OutliveTwoCollections();
        Array.Clear(chunk);

        Assert.NotSame(chunk, _pool.Take(1));
        Assert.Equal(Json(1), kept.Json);
        Assert.Equal(("Event1", "s3.amazonaws.com"), (kept.EventName, kept.EventSource));
    }

    [Fact]
    public void At_the_end_every_event_has_bytes_of_its_own()
    {
        var (kept, chunk) = Keep();

        _loans.End();
        Array.Clear(chunk);

        Assert.Equal(Json(1), kept.Json);
    }

    [Fact]
    public void An_event_that_a_finalizer_brings_back_is_not_overwritten()
    {
        Revenant.Back = null;
        var chunk = DropWithRevenant();

        GC.Collect();
        _loans.Review();
        GC.WaitForPendingFinalizers();

        Assert.NotSame(chunk, _pool.Take(1));
        Assert.Equal(Json(1), Revenant.Back!.Json);
    }

    [Fact]
    public void Where_events_are_kept_no_more_is_lent_for_a_while()
    {
        var (kept, _) = Keep();
        OutliveTwoCollections();

        var batch = Batch(100);
        Assert.Null(_loans.Lend(batch, 0));
        var copied = new BatchEvents(batch, _log, _loans).ToList();
        Array.Clear(Chunk(batch));
        Assert.Equal(Enumerable.Range(0, 100).Select(Json), copied.Select(e => e.Json));
        Assert.Equal(Json(1), kept.Json);
        Assert.Contains(Enumerable.Range(0, 600), _ => _loans.Lend(Batch(), 0) is not null);
    }

    [Fact]
    public void A_chunk_is_lent_once_and_only_so_many_and_none_that_the_pool_does_not_take_back()
    {
        var batch = Batch();
        Assert.NotNull(_loans.Lend(batch, 0));
        Assert.Null(_loans.Lend(batch, 0));
        Assert.Equal(511, Enumerable.Range(0, 600).Count(_ => _loans.Lend(Batch(), 0) is not null));
        Assert.Null(new RecordLoans(_pool).Lend(Batch(padding: ChunkPool.Size), 0));
    }

    [Fact]
    public void After_the_end_nothing_is_lent()
    {
        _loans.End();

        Assert.Null(_loans.Lend(Batch(), 0));
    }

    [Fact]
    public void Events_of_a_batch_that_was_given_back_are_refused()
    {
        var batch = Batch(100);
        var events = new BatchEvents(batch, _log, _loans);
        Assert.Equal(Json(0), events[0].Json);

        batch.Clear();

        Assert.Throws<InvalidOperationException>(() => events[1]);
    }

    [Fact]
    public void An_event_asked_for_again_is_made_again()
    {
        var batch = Batch(100);
        var events = new BatchEvents(batch, _log, _loans);

        Assert.Equal(Json(7), events[7].Json);
        Assert.Equal(Enumerable.Range(0, 100).Select(Json), events.Select(e => e.Json));
        Assert.Equal(Enumerable.Range(0, 100).Select(Json), events.Select(e => e.Json));
    }

    [Fact]
    public void An_event_that_is_on_its_way_at_a_collection_and_dropped_then_costs_no_copy()
    {
        var chunk = DropAfterACollection();

        GC.Collect();
        _loans.Review();

        Assert.Same(chunk, _pool.Take(1));
    }

    private void OutliveTwoCollections()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            _loans.Review();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private byte[] DropAfterACollection()
    {
        var (kept, chunk) = Keep();
        GC.Collect();
        _loans.Review();
        Assert.Equal(Json(1), kept.Json);
        return chunk;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private byte[] Drop()
    {
        var batch = Batch();
        var chunk = Chunk(batch);
        Assert.Equal(Events, Lend(batch).Count(e => e.Json.Length > 0));
        batch.Clear();
        return chunk;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (TrailEvent Kept, byte[] Chunk) Keep()
    {
        var batch = Batch();
        var kept = Lend(batch)[1];
        Assert.Equal(Json(1), kept.Json);
        return (kept, Chunk(batch));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private byte[] DropWithRevenant()
    {
        var batch = Batch();
        _ = new Revenant(Lend(batch)[1]);
        return Chunk(batch);
    }

    private List<TrailEvent> Lend(RecordBatch batch)
    {
        var loan = _loans.Lend(batch, 0)!;
        var events = batch.Records.Select(record => new TrailEvent(loan, record, _log)).ToList();
        events.ForEach(loan.Add);
        return events;
    }

    private RecordBatch Batch(int events = Events, int padding = 0)
    {
        var batch = new RecordBatch(_pool);
        var fields = new RecordFields();
        for (var i = 0; i < events; i++)
        {
            var json = Encoding.UTF8.GetBytes(Json(i) + new string(' ', padding));
            Assert.True(fields.TryRead(json));
            var (chunk, start) = batch.Keep(json, fields);
            batch.Records.Add(new KeptRecord(chunk, start, json.Length, fields.Present, i, null, null, false));
        }
        return batch;
    }

    private static byte[] Chunk(RecordBatch batch) => batch.BytesOf(batch.Records[0]).Bytes;

    private static string Json(int i) => $$"""{"eventVersion":"1.08","eventSource":"s3.amazonaws.com","eventName":"Event{{i}}"}""";

    private sealed class Revenant(TrailEvent trailEvent)
    {
        internal static TrailEvent? Back { get; set; }

        ~Revenant() => Back = trailEvent;
    }
}
