using System.Text;
using IncidentTrail.Events;
using IncidentTrail.Logs;
using IncidentTrail.Records;

namespace IncidentTrail.Tests.Records;

/// <summary>The table of fields behind a record tells each field as the record does.</summary>
public sealed class RecordBytesTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(4_009)]
    [InlineData(4_010)]
    [InlineData(4_011)]
    [InlineData(4_012)]
    [InlineData(65_300)]
    [InlineData(65_600)]
    [InlineData(3_000_000)]
    public void Every_field_is_found_whatever_the_records_size(int padding)
    {
        var json = Encoding.UTF8.GetBytes(
            $$"""{"eventVersion":"1.08","errorMessage":"{{new string('x', padding)}}","eventName":null,"insightDetails":{"a":1} }""");
        var fields = new RecordFields();
        Assert.True(fields.TryRead(json));
        Assert.Equal(json.Length, RecordBytes.LengthOf(RecordBytes.SizeOf(json.Length, fields.Present), fields.Present));
        var pool = new ChunkPool();
        var batch = new RecordBatch(pool);
        batch.Keep(json, fields);
        var (chunk, start, _, _) = batch.Keep(json, fields);

        var record = batch.BytesOf(new KeptRecord(chunk, start, json.Length, fields.Present, 0, null, null, false));
        var own = StoredRecord.Copy(record);
        batch.Clear();
        Array.Clear(pool.Take(1));
        var copy = own.Record;
        var found = new RecordBytes(json, fields);

        Assert.Equal(json, copy.Json.ToArray());
        foreach (var field in Enum.GetValues<RecordField>())
        {
            Assert.Equal(fields.Get(json, field).ToArray(), copy.Get(field).ToArray());
            Assert.Equal(fields.Get(json, field).ToArray(), found.Get(field).ToArray());
        }
        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(copy.Get(RecordField.InsightDetails)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4_050)]
    [InlineData(4_100)]
    [InlineData(65_600)]
    public void Some_fields_that_are_kept_alone_are_found_and_no_others(int padding)
    {
        var json = Encoding.UTF8.GetBytes(
            $$"""{"eventVersion":"1.08","sharedEventID":"{{new string('x', padding)}}","eventName":"A","userIdentity":{"type":"Root"},"eventID":7}""");
        var fields = new RecordFields();
        Assert.True(fields.TryRead(json));
        var part = 1UL << (int)RecordField.UserIdentity | 1UL << (int)RecordField.EventId | 1UL << (int)RecordField.SharedEventId | 1UL << (int)RecordField.Addendum;
        var batch = new RecordBatch(new ChunkPool()) { Part = part };
        batch.Keep(json, fields);
        var (chunk, start, length, present) = batch.Keep(json, fields);

        var kept = batch.BytesOf(new KeptRecord(chunk, start, length, present, 0, null, null, false));

        Assert.True(kept.Json.IsEmpty);
        Assert.InRange(kept.Whole.Length, padding, json.Length - 20);
        foreach (var field in Enum.GetValues<RecordField>())
            Assert.Equal((part >> (int)field & 1) == 0 ? [] : fields.Get(json, field).ToArray(), kept.Get(field).ToArray());
    }

    [Fact]
    public void A_batch_is_as_good_as_new_when_it_is_used_again()
    {
        var json = "{\"eventName\":\"A\"}"u8;
        var fields = new RecordFields();
        fields.TryRead(json);
        var batch = new RecordBatch(new ChunkPool()) { Dropped = 3, Invalid = 1, IsForeign = true };
        batch.Keep(json, fields);

        batch.Clear();

        Assert.Equal((0, 0, 0, false), (batch.Dropped, batch.Invalid, batch.Records.Count, batch.IsForeign));
        Assert.Equal((0, 0, json.Length, fields.Present), batch.Keep(json, fields));
    }
}
