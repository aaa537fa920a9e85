using System.Text;

namespace IncidentTrail.Tests.Logs;

/// <summary>Reads text or bytes as a log, the way a cmdlet does, and gives events, coverage and what was said.</summary>
internal static class LogReading
{
    internal static readonly TrailQuery Everything = new() { AllServices = true, EventCategory = ["*"] };

    internal static LogAnswer Read(string text, TrailQuery? query = null) => Read(Encoding.UTF8.GetBytes(text), query);

    internal static LogAnswer Read(byte[] stored, TrailQuery? query = null) => ReadSource(new BytesSource(stored), query);

    internal static LogAnswer ReadSource(ITrailSource source, TrailQuery? query = null)
    {
        var session = new TrailSession(query ?? Everything, new TrailCoverage());
        var events = new List<TrailEvent>();
        var notices = new List<TrailNotice>();
        foreach (var batch in session.ReadAsync(source, CancellationToken.None).ToBlockingEnumerable())
        {
            events.AddRange(batch.Events);
            notices.AddRange(batch.Notices);
        }
        events.AddRange(session.Finish());
        var coverage = session.Coverage;
        Assert.Equal(coverage.RecordsRead, coverage.RecordsKept + coverage.RecordsDropped + coverage.RecordsDuplicate);
        return new LogAnswer(events, coverage, notices);
    }

    internal sealed record LogAnswer(List<TrailEvent> Events, TrailCoverage Coverage, List<TrailNotice> Notices);

    private sealed class BytesSource(byte[] stored) : ITrailSource
    {
        public string Name => "bytes";

        public int ReadAheadFor(TrailQuery query) => 4;

        public async IAsyncEnumerable<TrailSourceItem> ListAsync(
            TrailQuery query, TrailSourceCoverage entry, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
        {
            await Task.CompletedTask;
            yield return new FoundLog(
                new TrailLog { Location = "log" }, _ => ValueTask.FromResult<Stream>(new MemoryStream(stored)));
        }
    }
}
