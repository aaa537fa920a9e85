using System.Text;
using IncidentTrail.Events;
using IncidentTrail.Logs;
using IncidentTrail.Records;
using IncidentTrail.Sessions;

namespace IncidentTrail.Tests.Events;

/// <summary>What an event holds beside its record: people keep them by the million.</summary>
public sealed class EventSizeTests
{
    private const int Events = 1000;
    private const int BesideTheRecord = 80;
    private const int ArrayHeader = 24;

    [Fact]
    public void An_event_holds_its_record_with_three_bytes_a_field_and_little_else()
    {
        var json = """{"eventVersion":"1.08","eventTime":"2026-03-10T09:00:00Z","eventID":"1","eventName":"A"}"""u8;
        var fields = new RecordFields();
        Assert.True(fields.TryRead(json));
        var batch = new RecordBatch(new ChunkPool());
        for (var i = 0; i < Events; i++)
        {
            var (chunk, start, _, _) = batch.Keep(json, fields);
            batch.Records.Add(new KeptRecord(chunk, start, json.Length, fields.Present, i, DateTime.UnixEpoch, null, false));
        }
        var events = new BatchEvents(batch, new TrailLog { Location = "1.json" }, new EventMaker());
        var kept = new TrailEvent[Events];
        kept[0] = events[0];

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Events; i++)
            kept[i] = events[i];
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Events;

        Assert.InRange(each - ArrayHeader - json.Length - 4 * 3, 0, BesideTheRecord + sizeof(long));
        Assert.Equal(Encoding.UTF8.GetString(json), kept[^1].Json);
        GC.KeepAlive(kept);
    }

    [Fact]
    public void An_event_without_a_time_has_none_and_one_with_a_time_has_it_in_utc()
    {
        var log = """{"eventVersion":"1.08","eventID":"1","eventName":"A"}""" + "\n"
            + """{"eventVersion":"1.08","eventID":"2","eventName":"A","eventTime":"1970-01-01T00:00:00Z"}""";

        var events = Logs.LogReading.Read(log, new TrailQuery { AllServices = true }).Events;

        Assert.Equal([null, DateTime.UnixEpoch], events.Select(e => e.EventTimeUtc));
        Assert.Equal(DateTimeKind.Utc, events[1].EventTimeUtc!.Value.Kind);
        Assert.Null(events[0].EventTime);
    }
}
