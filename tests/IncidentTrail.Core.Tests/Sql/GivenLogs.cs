using System.Text;
using IncidentTrail.Sql;

namespace IncidentTrail.Tests.Sql;

/// <summary>Logs that are there already.</summary>
internal sealed class GivenLogs(IEnumerable<FoundLog> logs) : ITrailSource
{
    public string Name => "given";

    public int ReadAheadFor(TrailQuery query) => 2;

    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        foreach (var log in logs)
            yield return log;
        await Task.CompletedTask;
    }

    /// <summary>What the columns of a table can hold of each record, in its log.</summary>
    internal static List<FoundLog> Of(IEnumerable<AwkwardRecord> records, TrailTable table) =>
    [
        .. records.Select(record =>
        {
            var json = Encoding.UTF8.GetBytes($"{{\"Records\":[{HiveRow.Left(record.Json, table.Columns).ToJsonString()}]}}");
            return new FoundLog(record.Log, _ => ValueTask.FromResult<Stream>(new MemoryStream(json, writable: false)));
        }),
    ];

    internal static (IReadOnlyList<TrailEvent> Events, TrailCoverage Coverage) Read(IEnumerable<FoundLog> logs, TrailQuery query)
    {
        var session = new TrailSession(query, new TrailCoverage());
        var events = new List<TrailEvent>();
        foreach (var batch in session.ReadAsync(new GivenLogs(logs), CancellationToken.None).ToBlockingEnumerable())
            events.AddRange(batch.Events);
        events.AddRange(session.Finish());
        return (events, session.Coverage);
    }
}
