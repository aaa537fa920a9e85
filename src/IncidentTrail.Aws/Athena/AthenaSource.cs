using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Sources.Names;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Athena;

/// <summary>The rows of a table of Athena's that a query wants, as records rebuilt from their columns.</summary>
internal sealed class AthenaSource : ISqlSource, IDisposable
{
    private readonly TrailAthena _asked;
    private readonly TrailTable _table;
    private readonly AthenaClient _client;
    private readonly RetrySchedule _schedule;
    private readonly ServiceHttp _http;
    private readonly SharedCredentials _credentials;
    private readonly ConcurrentQueue<string> _retries = new();

    /// <param name="asked">What is asked for.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="connection">How Athena is reached.</param>
    public AthenaSource(TrailAthena asked, TableName name, ResolvedConnection connection)
    {
        _asked = asked;
        Name = $"Athena {name}";
        var region = connection.Region ?? throw AthenaFaults.NoRegion(name.ToString());
        var opening = connection.Opening.Schedule with { LastBound = AdapterLimits.LongestQueryWait };
        _schedule = opening with { Told = _retries.Enqueue, Stop = default };
        _http = new ServiceHttp(connection.Settings.Route);
        _credentials = new SharedCredentials(connection.ForApi);
        try
        {
            var endpoint = connection.Settings.EndpointIn(JsonService.Athena.Name, region, connection.SourceEndpoint);
            AthenaClient Client(RetrySchedule schedule) =>
                new(new JsonClient(JsonService.Athena, region, _credentials, endpoint, _http, schedule: schedule), asked);
            _client = Client(_schedule);
            _table = connection.Opening.For(() => TableLookup.FindAsync(Client(opening), name, connection.Opening.Token));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Name { get; }

    // A page is in so many pieces that no page is asked for before somebody has reached the one before it.
    public int ReadAheadFor(TrailQuery query) => AdapterLimits.PiecesAhead;

    public string StatementFor(TrailQuery query) => AthenaCounting.StatementFor(query, _table);

    public string? WhyRows(TrailQuery query) => query.CallersAlone ? new AthenaCounting(query, _table).Said : null;

    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        if (_table.Missing is { Count: > 0 } missing)
        {
            yield return Verbose($"{_table.Name} has no columns for these fields, which are null: {string.Join(", ", missing)}.");
            entry.Note($"{_table.Name} has no columns for {string.Join(", ", missing)}.");
        }
        var window = new DeliveryWindow(query.StartTimeUtc, query.EndTimeUtc, query.DeliverySlack);
        if (_table.Keys.HasDays && !window.IsUnbounded)
            WindowCoverage.Note(entry, query, window, _schedule.Clock.GetUtcNow().UtcDateTime);
        var counting = query.CallersAlone ? new AthenaCounting(query, _table) : null;
        if (counting?.Statement is not null)
        {
            yield return Verbose("Athena applies every filter, and counts the calls by their callers.");
            var run = NewQuery();
            var counted = await counting.RunAsync(run, token).ConfigureAwait(false);
            foreach (var notice in Ended(run, entry).Concat(Retries()))
                yield return new SourceNotice(notice);
            if (counted is not null)
            {
                yield return counted;
                yield break;
            }
        }
        if (counting is not null)
            yield return Verbose(counting.Said!);
        await foreach (var item in RowsAsync(TrailStatement.Of(query, _table), entry, token).ConfigureAwait(false))
            yield return item;
    }

    private async IAsyncEnumerable<TrailSourceItem> RowsAsync(
        TrailStatement statement, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var text in Opening(statement))
            yield return Verbose(text);
        var run = NewQuery();
        var isFirst = true;
        await foreach (var rows in run.PagesAsync(statement.Sql, statement.Names, token).ConfigureAwait(false))
        {
            foreach (var notice in (isFirst ? Ended(run, entry) : []).Concat(Retries()))
                yield return new SourceNotice(notice);
            isFirst = false;
            foreach (var log in RowRun.Of(rows, statement, $"Athena query {run.Id}", Math.Max(rows.Count / AdapterLimits.PiecesOfPage, 1)))
                yield return log;
        }
    }

    private AthenaQuery NewQuery() => new(_client, _table.Name, _asked.MaxScannedBytes, _schedule);

    public void Dispose()
    {
        _http.Dispose();
        _credentials.Dispose();
    }

    private static SourceNotice Verbose(string text) => new(TrailNotice.Verbose(text));

    private static IEnumerable<string> Opening(TrailStatement statement)
    {
        if (statement.LeftOut.Count > 0)
            yield return $"Filters that do not fit into a statement, and are applied here alone: {string.Join(", ", statement.LeftOut)}.";
        yield return statement.AppliedHere is { Count: > 0 } here
            ? $"Filters that are applied here to what Athena gives: {string.Join(", ", here)}." : "Athena applies every filter.";
    }

    private IEnumerable<TrailNotice> Ended(AthenaQuery run, TrailSourceCoverage entry)
    {
        var query = run.Ended!;
        entry.State("QueryExecutionId", run.Id);
        entry.Add("DataScannedInBytes", query.ScannedBytes);
        var time = (query.Statistics?.TotalExecutionTimeInMillis ?? query.Statistics?.EngineExecutionTimeInMillis ?? 0) / 1000.0;
        yield return TrailNotice.Verbose(string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: query {run.Id} in {_client.Region} scanned {AthenaFaults.Bytes(query.ScannedBytes)} in {time:0.0} s."
            + $"{(query.ResultReuseInformation?.ReusedPreviousResult == true ? " Athena gave the answer of an earlier query." : "")}"));
        if (query.ScannedBytes > _asked.MaxScannedBytes)
        {
            yield return TrailNotice.Warning(
                $"{Name}: query {run.Id} scanned {AthenaFaults.Bytes(query.ScannedBytes)}, more than -MaxScannedBytes allows; it had ended before it could be stopped.");
        }
    }

    private IEnumerable<TrailNotice> Retries()
    {
        while (_retries.TryDequeue(out var retry))
            yield return TrailNotice.Verbose(retry);
    }
}
