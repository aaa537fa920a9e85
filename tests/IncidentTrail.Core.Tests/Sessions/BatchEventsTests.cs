using System.Text;
using IncidentTrail.Events;
using IncidentTrail.Logs;
using IncidentTrail.Records;
using IncidentTrail.Sessions;

namespace IncidentTrail.Tests.Sessions;

/// <summary>What is made of a batch's records, and when it can be.</summary>
public sealed class BatchEventsTests
{
    private readonly TrailLog _log = new() { Location = "1.json" };

    [Fact]
    public void An_event_does_not_see_what_is_written_where_its_record_stood()
    {
        var pool = new ChunkPool();
        var batch = Batch(3, pool);
        var kept = new BatchEvents(batch, _log, new EventMaker())[1];

        batch.Clear();
        Array.Clear(pool.Take(1));

        Assert.Equal(Json(1), kept.Json);
        Assert.Equal(("Event1", "s3.amazonaws.com"), (kept.EventName, kept.EventSource));
    }

    [Fact]
    public void Events_of_a_batch_that_was_given_back_are_refused()
    {
        var batch = Batch(100, new ChunkPool());
        var events = new BatchEvents(batch, _log, new EventMaker());
        Assert.Equal(Json(0), events[0].Json);

        batch.Clear();

        Assert.Throws<InvalidOperationException>(() => events[1]);
        Assert.Throws<InvalidOperationException>(() => events.Visit((scoped in RecordBytes _, in KeptRecord _, TrailLog _, IRecordChunks _) => { }));
    }

    [Fact]
    public void No_event_is_made_of_a_record_of_which_some_fields_alone_were_kept()
    {
        var batch = Batch(1, new ChunkPool(), part: 1UL << (int)RecordField.EventName);
        var events = new BatchEvents(batch, _log, new EventMaker());

        Assert.Throws<InvalidOperationException>(() => events[0]);
        Assert.Equal("Event0", ((ISeenCalls)events).RecordOf(0).Name);
    }

    [Fact]
    public void A_batch_that_is_given_back_while_it_is_visited_is_not_read_on()
    {
        var batch = Batch(100, new ChunkPool());
        var visited = 0;

        Assert.Throws<InvalidOperationException>(() => new BatchEvents(batch, _log, new EventMaker()).Visit((scoped in RecordBytes _, in KeptRecord _, TrailLog _, IRecordChunks _) =>
        {
            visited++;
            batch.Clear();
        }));

        Assert.Equal(1, visited);
    }

    [Fact]
    public void An_event_asked_for_again_is_made_again()
    {
        var events = new BatchEvents(Batch(100, new ChunkPool()), _log, new EventMaker());

        Assert.Equal(Json(7), events[7].Json);
        Assert.Equal(Enumerable.Range(0, 100).Select(Json), events.Select(e => e.Json));
        Assert.Equal(Enumerable.Range(0, 100).Select(Json), events.Select(e => e.Json));
    }

    private static RecordBatch Batch(int events, ChunkPool pool, ulong? part = null)
    {
        var batch = new RecordBatch(pool) { Part = part };
        var fields = new RecordFields();
        for (var i = 0; i < events; i++)
        {
            var json = Encoding.UTF8.GetBytes(Json(i));
            Assert.True(fields.TryRead(json));
            var (chunk, start, length, present) = batch.Keep(json, fields);
            batch.Records.Add(new KeptRecord(chunk, start, length, present, i, null, null, false));
        }
        return batch;
    }

    private static string Json(int i) => $$"""{"eventVersion":"1.08","eventSource":"s3.amazonaws.com","eventName":"Event{{i}}"}""";
}
