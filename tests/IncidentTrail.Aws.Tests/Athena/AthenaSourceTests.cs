using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sources;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>A table of Athena's as a source, against a server on loopback.</summary>
public sealed class AthenaSourceTests : IDisposable
{
    private readonly AthenaServer _server = new() { Catalog = { Columns = TrailColumns.All, Keys = TrailColumns.Keys } };
    private readonly AthenaQuestion _question;

    public AthenaSourceTests() => _question = new AthenaQuestion(_server);

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Rows_come_back_as_events_page_by_page()
    {
        _server.PageSize = 10;
        for (var i = 0; i < 35; i++)
            _server.Rows.Add(AthenaRows.Of(i));
        _server.Rows.Add(AthenaRows.Of(3));

        var events = Read(new TrailQuery());

        Assert.Equal(Enumerable.Range(0, 35).Select(i => $"id-{i}"), events.Select(e => e.EventId));
        var first = events[0];
        Assert.Equal(("alice", "StartIncident", false, true), (first.CallerName, first.EventName, first.ReadOnly, first.IsRebuilt));
        Assert.Equal(("", null), (first.ErrorMessage, first.ErrorCode));
        Assert.StartsWith("trail/AWSLogs/111122223333/CloudTrail/", first.Log.ToString());
        Assert.Equal((36, 35, 0, 1, 0), (_question.Coverage.RecordsRead, _question.Coverage.RecordsKept, _question.Coverage.RecordsDropped, _question.Coverage.RecordsDuplicate, _question.Coverage.RecordsConflicting));
        Assert.True(_question.Coverage.IsComplete);
        Assert.Equal(["GetTableMetadata", "StartQueryExecution", "GetQueryExecution", "GetQueryExecution"], _server.Operations.Take(4));
        Assert.Equal(4, _server.Operations.Count(operation => operation == "GetQueryResults"));
        Assert.Contains(_question.Notices, notice => notice.Text.Contains("query-1") && notice.Text.Contains("1,234 bytes"));
    }

    [Fact]
    public void A_row_that_only_the_engine_can_judge_is_dropped_here_and_counted()
    {
        _server.Rows.Add(AthenaRows.Of(1));
        _server.Rows.Add(AthenaRows.Of(2, "iam.amazonaws.com"));

        Assert.Single(Read(new TrailQuery()));
        Assert.Equal((2, 1, 1), (_question.Coverage.RecordsRead, _question.Coverage.RecordsKept, _question.Coverage.RecordsDropped));
    }

    [Fact]
    public void The_first_events_end_the_reading_after_two_pages_at_most()
    {
        _server.PageSize = 10;
        for (var i = 0; i < 500; i++)
            _server.Rows.Add(AthenaRows.Of(i));

        Assert.Equal(5, Read(new TrailQuery { MaxEvents = 5 }).Count);
        Assert.InRange(_server.Operations.Count(operation => operation == "GetQueryResults"), 1, 2);
        Assert.DoesNotContain("StopQueryExecution", _server.Operations);
        Assert.Contains("ORDER BY", _server.Statements.Single());
    }

    [Fact]
    public async Task Whoever_stops_while_it_runs_stops_it_and_asks_nothing_more()
    {
        _server.Polls = null;
        using var stop = new CancellationTokenSource();
        _server.Fault = request =>
        {
            if (_server.Operations.Count(operation => operation == "GetQueryExecution") == 2)
                stop.Cancel();
            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => Read(new TrailQuery(), token: stop.Token)));

        Assert.Equal("StopQueryExecution", _server.Operations[^1]);
        Assert.Single(_server.Operations, operation => operation == "StopQueryExecution");
    }

    [Fact]
    public async Task Whoever_stops_while_it_is_being_started_stops_it_by_the_id_that_comes()
    {
        using var stop = new CancellationTokenSource();
        _server.Fault = request =>
        {
            if (request.Operation == "StartQueryExecution")
                stop.Cancel();
            return null;
        };
        // Its time stands still: the answer is waited for.
        var question = new AthenaQuestion(_server) { OtherClock = new HeldClock() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => question.Read(token: stop.Token)));

        Assert.Equal(["GetTableMetadata", "StartQueryExecution", "StopQueryExecution"], _server.Operations);
        Assert.Equal("query-1", _server.Http.Requests[^1].Json.GetProperty("QueryExecutionId").GetString());
    }

    [Fact]
    public void A_first_page_without_rows_leaves_the_names_of_the_columns_to_the_next()
    {
        for (var i = 0; i < 2; i++)
            _server.Rows.Add(AthenaRows.Of(i));
        _server.Fault = request => request.Operation == "GetQueryResults" && !request.Text.Contains("NextToken")
            ? LoopbackAnswer.Ok("""{"ResultSet":{"Rows":[]},"NextToken":"0"}""") : null;

        Assert.Equal(["id-0", "id-1"], Read(new TrailQuery()).Select(trailEvent => trailEvent.EventId));
        Assert.Equal(2, _question.Coverage.RecordsRead);
        Assert.Equal(0, _question.Coverage.RecordsInvalid);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public async Task Rows_of_one_object_over_many_pages_are_asked_for_as_they_are_taken(int pageSize)
    {
        const int Wanted = 5;
        _server.PageSize = pageSize;
        for (var i = 0; i < pageSize * 6; i++)
            _server.Rows.Add(new(AthenaRows.Of(i)) { ["$path"] = "s3://trail/AWSLogs/one.json.gz" });
        using var source = _question.Open();
        var query = new TrailQuery();
        // What is given, what waits behind it, and what there is no room for yet.
        var pieces = Wanted + source.ReadAheadFor(query) + 1;

        await using var items = source.ListAsync(query, _question.Coverage.AccountOf(source).Entry, default).GetAsyncEnumerator();
        while (pieces > 0 && await items.MoveNextAsync())
            pieces -= items.Current is FoundLog ? 1 : 0;

        Assert.Equal(0, pieces);
        Assert.InRange(_server.Operations.Count(operation => operation == "GetQueryResults"), 1, 2);
    }

    [Fact]
    public void What_the_table_cannot_hold_is_named_once()
    {
        _server.Catalog.Columns = [.. TrailColumns.All.Where(column => column.Name is not ("annotation" or "managementevent"))];
        _server.Rows.Add(AthenaRows.Of(1));

        Read(new TrailQuery());

        var said = Assert.Single(_question.Notices, notice => notice.Text.Contains("no columns for"));
        Assert.Contains("managementEvent, annotation", said.Text);
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(1, 0.25)]
    [InlineData(30, 52.0, 48.0)]
    public void How_it_stands_is_asked_soon_and_then_less_and_less_often(int polls, double most, double least = 0)
    {
        _server.Polls = polls;

        _question.Read();

        Assert.InRange(_question.Clock.Passed.TotalSeconds, least, most);
        Assert.Equal(polls + 1, _server.Operations.Count(operation => operation == "GetQueryExecution"));
    }

    [Fact]
    public void Nothing_is_asked_that_was_not_asked_for()
    {
        _question.Read();

        var start = _server.Http.Requests.Single(request => request.Operation == "StartQueryExecution").Json;
        Assert.Equal(["ClientRequestToken", "QueryExecutionContext", "QueryString", "WorkGroup"], start.EnumerateObject().Select(member => member.Name).Order());
        var page = _server.Http.Requests.Single(request => request.Operation == "GetQueryResults").Json;
        Assert.Equal(1000, page.GetProperty("MaxResults").GetInt32());
        Assert.Equal(["GetTableMetadata", "StartQueryExecution", "GetQueryExecution", "GetQueryExecution", "GetQueryResults"], _server.Operations);
    }

    [Fact]
    public void Where_days_are_partitions_the_coverage_says_which_deliveries_were_asked_for()
    {
        Read(new TrailQuery { StartTimeUtc = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc) });

        Assert.Contains("DeliveredFromUtc", Assert.Single(_question.Coverage.Sources).Facts.Keys);
    }

    [Fact]
    public void Work_group_place_and_reuse_are_asked_as_given()
    {
        _server.Rows.Add(AthenaRows.Of(1));

        Read(new TrailQuery(), athena: new TrailAthena { Table = "audit.trail", WorkGroup = "audit", OutputLocation = "s3://results/a/", ReuseMinutes = 7 });

        var start = _server.Http.Requests.Single(request => request.Operation == "StartQueryExecution").Json;
        Assert.Equal("audit", start.GetProperty("WorkGroup").GetString());
        Assert.Equal("audit", _server.Http.Requests[0].Json.GetProperty("WorkGroup").GetString());
        Assert.Equal("s3://results/a/", start.GetProperty("ResultConfiguration").GetProperty("OutputLocation").GetString());
        Assert.Equal(7, start.GetProperty("ResultReuseConfiguration").GetProperty("ResultReuseByAgeConfiguration").GetProperty("MaxAgeInMinutes").GetInt32());
    }

    private List<TrailEvent> Read(TrailQuery query, TrailAthena? athena = null, CancellationToken token = default) =>
        _question.Read(query, athena, token: token);
}
