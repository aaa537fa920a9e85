using System.Text;
using IncidentTrail.Events;
using IncidentTrail.Logs;
using IncidentTrail.Records;

namespace IncidentTrail.Tests.Logs;

/// <summary>Whoever keeps most of the records that were read together need not copy them.</summary>
public sealed class LeftRecordsTests
{
    private const int Many = 250;
    private const int Logs = 6;

    [Fact]
    public void Records_that_were_left_stay_as_they_are_while_others_are_read()
    {
        var seen = Read([.. Enumerable.Range(0, Logs).Select(log => Log(log * Many, Many))]);

        var left = seen.Where(s => s.Left is not null).ToList();
        Assert.Equal(Logs * Many, seen.Count);
        Assert.InRange(left.Count, seen.Count / 2, seen.Count - 1);
        Assert.All(left, s => Assert.Equal(s.Json, Text(s.Left!.Value.Record)));
    }

    [Fact]
    public void Nothing_is_read_over_a_record_that_was_left()
    {
        var batch = new RecordBatch(new ChunkPool());
        Fill(batch, 0);
        var left = batch.Records.Select((record, i) => (Left: batch.Leave(record), Json: Record(i))).Where(s => s.Left is not null).ToList();
        batch.Clear();
        Fill(batch, Many);

        Assert.NotEmpty(left);
        Assert.All(left, s => Assert.Equal(s.Json, Text(s.Left!.Value.Record)));
    }

    [Fact]
    public void No_record_is_left_where_little_was_read() =>
        Assert.All(Read([Log(0, 3), Log(3, 3)]), s => Assert.Null(s.Left));

    [Fact]
    public void No_record_is_left_where_most_of_them_repeat_others()
    {
        var seen = Read([Log(0, Many), Log(10, Many)]);

        Assert.Equal(Many + 10, seen.Count);
        Assert.All(seen.Skip(Many), s => Assert.Null(s.Left));
    }

    private static void Fill(RecordBatch batch, int from)
    {
        var fields = new RecordFields();
        for (var i = 0; i < Many; i++)
        {
            var json = Encoding.UTF8.GetBytes(Record(from + i));
            Assert.True(fields.TryRead(json));
            var (chunk, start, length, present) = batch.Keep(json, fields);
            batch.Records.Add(new KeptRecord(chunk, start, length, present, i, null, null, false));
        }
    }

    private static List<(StoredRecord? Left, string Json)> Read(string[] logs)
    {
        var seen = new List<(StoredRecord?, string)>();
        var session = new TrailSession(new TrailQuery(), new TrailCoverage());
        foreach (var batch in session.ReadAsync(new TextSource(logs), default).ToBlockingEnumerable())
            batch.Visit((scoped in RecordBytes bytes, in KeptRecord kept, TrailLog _, IRecordChunks chunks) => seen.Add((chunks.Leave(kept), Text(bytes))), _ => { });
        return seen;
    }

    private static string Text(scoped in RecordBytes record) => Encoding.UTF8.GetString(record.Json);

    private static string Log(int from, int count) => $$"""{"Records":[{{string.Join(',', Enumerable.Range(from, count).Select(Record))}}]}""";

    private static string Record(int number) => $$$"""
        {"eventVersion":"1.08","eventTime":"2026-01-02T03:04:05Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"CreateTimelineEvent",
        "recipientAccountId":"111122223333","eventID":"e-{{{number}}}","requestParameters":{"eventData":"{{{new string((char)('a' + number % 26), 1000)}}}"}}
        """;
}
