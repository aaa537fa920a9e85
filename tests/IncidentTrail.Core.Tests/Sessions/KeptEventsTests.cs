using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using IncidentTrail.Events;
using IncidentTrail.Records;

namespace IncidentTrail.Tests.Sessions;

/// <summary>Events read as they were delivered for as long as anybody keeps them, however much is read and dropped after them.</summary>
[Collection(Collections.Name)]
public sealed class KeptEventsTests
{
    private const int Logs = 40;
    private const int EventsInLog = 700;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(97)]
    [InlineData(5000)]
    public async Task What_is_kept_stays_what_it_was(int each)
    {
        var kept = new List<(int Number, TrailEvent Event)>();
        var number = 0;

        await foreach (var batch in new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage())
            .ReadAsync(new Trail(), CancellationToken.None))
        {
            foreach (var trailEvent in batch.Events)
            {
                if (number++ % each == 0)
                    kept.Add((number - 1, trailEvent));
            }
            GC.Collect(0);
        }

        Assert.Equal(Logs * EventsInLog, number);
        Assert.All(kept, one => Assert.Equal(Trail.Json(one.Number), one.Event.Json));
    }

    [Fact]
    public async Task What_waits_to_be_sorted_stays_what_it_was()
    {
        var session = new TrailSession(new TrailQuery { AllServices = true, Oldest = true }, new TrailCoverage());
        await foreach (var batch in session.ReadAsync(new Trail(), CancellationToken.None))
        {
            Assert.Empty(batch.Events);
            GC.Collect(0);
        }

        var number = 0;
        foreach (var trailEvent in session.Finish().OrderBy(e => int.Parse(e.EventId!)))
            Assert.Equal(Trail.Json(number++), trailEvent.Json);
        Assert.Equal(Logs * EventsInLog, number);
    }

    [Fact]
    public async Task What_is_only_visited_is_read_as_it_was()
    {
        var number = 0;
        await foreach (var batch in new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage())
            .ReadAsync(new Trail(), CancellationToken.None))
            batch.Visit((scoped in RecordBytes record, in KeptRecord _, TrailLog _, IRecordChunks _) => Assert.Equal(Trail.Json(number++), Encoding.UTF8.GetString(record.Json)), _ => Assert.Fail());

        Assert.Equal(Logs * EventsInLog, number);
    }

    [Fact]
    public async Task Events_asked_for_when_the_reading_has_ended_keep_their_bytes()
    {
        var batches = new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage())
            .ReadAsync(new Trail(), CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await batches.MoveNextAsync());
        var events = batches.Current.Events;
        var first = events[0];
        await batches.DisposeAsync();

        var all = events.ToList();
        GC.Collect();

        Assert.Equal(Trail.Json(0), first.Json);
        Assert.Equal(Enumerable.Range(0, all.Count).Select(Trail.Json), all.Select(e => e.Json));
    }

    [Fact]
    public async Task What_other_threads_read_is_not_overwritten_under_them()
    {
        using var passed = new BlockingCollection<(int Number, TrailEvent Event)>(boundedCapacity: 50);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            passed.GetConsumingEnumerable().Count(one => one.Event.Json != Trail.Json(one.Number)))).ToArray();
        var number = 0;

        await foreach (var batch in new TrailSession(new TrailQuery { AllServices = true }, new TrailCoverage())
            .ReadAsync(new Trail(), CancellationToken.None))
        {
            foreach (var trailEvent in batch.Events)
            {
                if (number++ % 5 == 0)
                    passed.Add((number - 1, trailEvent));
                if (number % 50 == 0)
                    GC.Collect(0);
            }
        }
        passed.CompleteAdding();

        Assert.Equal(0, (await Task.WhenAll(readers)).Sum());
    }

    private sealed class Trail : ITrailSource
    {
        public string Name => "trail";

        public int ReadAheadFor(TrailQuery query) => 4;

        internal static string Json(int number) =>
            $$"""{"eventVersion":"1.08","eventTime":"2026-03-10T12:00:00Z","eventSource":"s3.amazonaws.com","eventID":"{{number}}","userAgent":"{{new string((char)('a' + number % 26), 300 + number % 300)}}"}""";

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            await Task.CompletedTask;
            for (var i = 0; i < Logs; i++)
            {
                var text = string.Join(',', Enumerable.Range(i * EventsInLog, EventsInLog).Select(Json));
                yield return new FoundLog(
                    new TrailLog { Location = $"{i}.json" },
                    _ => ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"Records":[{{text}}]}"""))));
            }
        }
    }
}
