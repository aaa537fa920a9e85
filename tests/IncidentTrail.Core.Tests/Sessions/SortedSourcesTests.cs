using System.Runtime.CompilerServices;
using System.Text;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sessions;

/// <summary>Sources whose records come in order of time, as a database gives them, read one after the other.</summary>
public sealed class SortedSourcesTests
{
    [Fact]
    public async Task A_source_that_has_no_more_of_the_oldest_does_not_keep_another_from_being_read()
    {
        var session = new TrailSession(new TrailQuery { Oldest = true, MaxEvents = 2 }, new TrailCoverage());

        foreach (var source in (Source[])[new("10:00", "10:01", "10:02", "10:03"), new("09:00", "09:30", "09:45", "09:50")])
        {
            await foreach (var batch in session.ReadAsync(source, CancellationToken.None))
                Assert.Empty(batch.Events);
        }

        Assert.Equal(["09:00", "09:30"], session.Finish().Select(given => given.EventId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(12L)]
    public async Task Of_one_second_and_one_place_events_come_as_they_were_given(long? most)
    {
        var ids = Enumerable.Range(0, 40).Select(n => $"e{n:00}").ToArray();
        var session = new TrailSession(new TrailQuery { Oldest = true, MaxEvents = most }, new TrailCoverage());

        await foreach (var batch in session.ReadAsync(new Source(ids) { IsOfOneSecond = true }, CancellationToken.None))
            Assert.Empty(batch.Events);

        Assert.Equal(ids.Take((int)(most ?? ids.Length)), session.Finish().Select(given => given.EventId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3L)]
    public void Of_one_second_the_key_and_the_place_in_it_decide_whichever_log_is_read_first(long? most)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (first, last) = (Path.Combine(folder.FullName, "a.json"), Path.Combine(folder.FullName, "b.json"));
            File.WriteAllText(first, TrailSessionTests.Record("a0") + TrailSessionTests.Record("a1"));
            File.WriteAllText(last, TrailSessionTests.Record("b0") + TrailSessionTests.Record("b1"));

            var events = LogReading.ReadSource(new FileSource([last, first]), new TrailQuery { Oldest = true, MaxEvents = most }).Events;

            string[] all = ["a0", "a1", "b0", "b1"];
            Assert.Equal(all.Take((int)(most ?? 4)), events.Select(e => e.EventId));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Source(params string[] times) : ITrailSource
    {
        public bool IsOfOneSecond { get; init; }

        public string Name => "rows";

        public int ReadAheadFor(TrailQuery query) => 1;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
        {
            foreach (var time in times)
            {
                var record = TrailSessionTests.Record(time).Replace("09:00:00Z", IsOfOneSecond ? "09:00:00Z" : $"{time}:00Z");
                yield return new FoundLog(new TrailLog { Location = IsOfOneSecond ? "rows" : $"row of {time}" }, _ => ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(record))))
                { IsInOrder = true };
            }
            await Task.CompletedTask;
        }
    }
}
