using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>A table of Athena's as a source, against a server on loopback.</summary>
public sealed class AthenaSourceTests : IDisposable
{
    private readonly AthenaServer _server = new();
    private readonly TrailCoverage _coverage = new();
    private readonly List<TrailNotice> _notices = [];

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
        Assert.Equal((36, 35, 0, 1, 0), (_coverage.RecordsRead, _coverage.RecordsKept, _coverage.RecordsDropped, _coverage.RecordsDuplicate, _coverage.RecordsConflicting));
        Assert.True(_coverage.IsComplete);
        Assert.Equal(["GetTableMetadata", "StartQueryExecution", "GetQueryExecution", "GetQueryExecution"], _server.Operations.Take(4));
        Assert.Equal(4, _server.Operations.Count(operation => operation == "GetQueryResults"));
        Assert.Contains(_notices, notice => notice.Text.Contains("query-1") && notice.Text.Contains("1,234 bytes"));
    }

    [Fact]
    public void A_row_that_only_the_engine_can_judge_is_dropped_here_and_counted()
    {
        _server.Rows.Add(AthenaRows.Of(1));
        _server.Rows.Add(AthenaRows.Of(2, "iam.amazonaws.com"));

        Assert.Single(Read(new TrailQuery()));
        Assert.Equal((2, 1, 1), (_coverage.RecordsRead, _coverage.RecordsKept, _coverage.RecordsDropped));
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
    public void A_lost_answer_starts_no_second_query()
    {
        var lost = 0;
        _server.Fault = request =>
        {
            if (request.Operation != "StartQueryExecution" || lost++ > 0)
                return null;
            _server.Answer(request);
            return LoopbackAnswer.NoAnswer;
        };
        _server.Rows.Add(AthenaRows.Of(1));

        Assert.Single(Read(new TrailQuery()));
        Assert.Equal(2, _server.Operations.Count(operation => operation == "StartQueryExecution"));
        Assert.Single(_server.Statements);
        Assert.Equal("query-1", _coverage.Sources[0].Facts["QueryExecutionId"]);
    }

    [Theory]
    [InlineData("GetTableMetadata", "MetadataException", "Table trail not found", TrailFaultKind.SourceNotFound)]
    [InlineData("GetTableMetadata", "MetadataException", "Database audit not found", TrailFaultKind.SourceNotFound)]
    [InlineData("GetTableMetadata", "MetadataException", "AccessDeniedException: not authorized to perform: glue:GetTable", TrailFaultKind.AccessDenied)]
    [InlineData("GetTableMetadata", "AccessDeniedException", "no", TrailFaultKind.AccessDenied)]
    [InlineData("StartQueryExecution", "AccessDeniedException", "no", TrailFaultKind.AccessDenied)]
    [InlineData("StartQueryExecution", "InvalidRequestException", "WorkGroup primary is disabled.", TrailFaultKind.Argument)]
    [InlineData("StartQueryExecution", "InvalidRequestException", "No output location provided.", TrailFaultKind.Argument)]
    [InlineData("StartQueryExecution", "ExpiredTokenException", "no", TrailFaultKind.Credentials)]
    [InlineData("GetTableMetadata", "UnrecognizedClientException", "no", TrailFaultKind.Credentials)]
    [InlineData("GetQueryResults", "InvalidRequestException", "The results are gone.", TrailFaultKind.ReadFailed)]
    [InlineData("GetQueryResults", "AccessDeniedException", "no", TrailFaultKind.AccessDenied)]
    public void What_is_refused_is_one_fault_with_athenas_own_reason(string operation, string code, string message, TrailFaultKind kind)
    {
        _server.Fault = request => request.Operation == operation ? LoopbackAnswer.Error(400, code, message) : null;

        var fault = Assert.Throws<TrailSourceException>(() => Read(new TrailQuery())).Fault;

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(message, fault.Message);
        Assert.NotNull(fault.Remedy);
        if (operation == "GetQueryResults")
            Assert.Contains("query-1", fault.Message);
        if (kind == TrailFaultKind.Argument)
            Assert.Contains("primary", fault.Message);
        Assert.False(_coverage.IsComplete);
    }

    [Fact]
    public void A_page_that_is_gone_in_the_middle_is_a_fault_after_what_was_read()
    {
        _server.PageSize = 10;
        for (var i = 0; i < 50; i++)
            _server.Rows.Add(AthenaRows.Of(i));
        _server.Fault = request => request.Operation == "GetQueryResults" && request.Text.Contains("NextToken")
            ? LoopbackAnswer.Error(400, "InvalidRequestException", "no page") : null;
        var events = new List<TrailEvent>();

        var fault = Assert.Throws<TrailSourceException>(() => Read(new TrailQuery(), events.Add)).Fault;

        Assert.Equal(TrailFaultKind.ReadFailed, fault.Kind);
        Assert.Equal(9, events.Count);
        Assert.False(_coverage.IsComplete);
    }

    [Theory]
    [InlineData("FAILED", "SYNTAX_ERROR: line 1:8", TrailFaultKind.ReadFailed)]
    [InlineData("CANCELLED", "Query cancelled by user", TrailFaultKind.ReadFailed)]
    [InlineData("FAILED", "PERMISSION_DENIED: Access denied on operation (Status Code: 403)", TrailFaultKind.AccessDenied)]
    [InlineData("FAILED", "TABLE_NOT_FOUND: line 3: Table 'audit.trail' does not exist", TrailFaultKind.SourceNotFound)]
    [InlineData("CANCELLED", "Bytes scanned limit was exceeded", TrailFaultKind.ReadFailed)]
    public void A_query_that_fails_is_one_fault_with_its_id(string state, string reason, TrailFaultKind kind)
    {
        (_server.End, _server.Reason) = (state, reason);

        var fault = Assert.Throws<TrailSourceException>(() => Read(new TrailQuery())).Fault;

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(reason, fault.Message);
        Assert.Contains("query-1", fault.Message);
        Assert.Equal(reason.Contains("limit"), fault.Message.Contains("10,000,000 bytes"));
        Assert.DoesNotContain("StopQueryExecution", _server.Operations);
    }

    [Fact]
    public void A_query_that_scans_too_much_is_stopped()
    {
        _server.Polls = null;
        _server.Scanned = polls => polls * 1000;

        var fault = Assert.Throws<TrailSourceException>(() => Read(new TrailQuery(), athena: Asked(maxScannedBytes: 2500))).Fault;

        Assert.Equal(TrailFaultKind.ReadFailed, fault.Kind);
        Assert.Contains("query-1 had scanned 3,000 bytes", fault.Message);
        Assert.Equal("StopQueryExecution", _server.Operations[^1]);
    }

    [Fact]
    public void A_query_that_had_ended_gives_its_rows_with_a_warning()
    {
        _server.Polls = 0;
        _server.Rows.Add(AthenaRows.Of(1));

        Assert.Single(Read(new TrailQuery(), athena: Asked(maxScannedBytes: 1000)));
        Assert.Contains(_notices, notice => notice.Kind == TrailNoticeKind.Warning && notice.Text.Contains("1,234 bytes"));
    }

    [Fact]
    public void An_engine_whose_json_has_no_names_is_refused_by_name()
    {
        _server.Engine = "Athena engine version 2";

        var fault = Assert.Throws<TrailSourceException>(() => Read(new TrailQuery())).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("Athena engine version 2", fault.Message);
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
    public void What_the_table_cannot_hold_is_named_once()
    {
        _server.Columns = [.. _server.Columns.Where(column => column.Name is not ("annotation" or "managementevent"))];
        _server.Rows.Add(AthenaRows.Of(1));

        Read(new TrailQuery());

        var said = Assert.Single(_notices, notice => notice.Text.Contains("no columns for"));
        Assert.Contains("managementEvent, annotation", said.Text);
    }

    [Fact]
    public void Work_group_place_and_reuse_are_asked_as_given()
    {
        _server.Rows.Add(AthenaRows.Of(1));

        Read(new TrailQuery(), athena: new TrailAthena { Table = "audit.trail", WorkGroup = "audit", OutputLocation = "s3://results/a/", ReuseMinutes = 7 });

        var start = _server.Http.Requests.Single(request => request.Operation == "StartQueryExecution").Json;
        Assert.Equal("audit", start.GetProperty("WorkGroup").GetString());
        Assert.Equal("s3://results/a/", start.GetProperty("ResultConfiguration").GetProperty("OutputLocation").GetString());
        Assert.Equal(7, start.GetProperty("ResultReuseConfiguration").GetProperty("ResultReuseByAgeConfiguration").GetProperty("MaxAgeInMinutes").GetInt32());
    }

    [Theory]
    [InlineData("trail")]
    [InlineData(".trail")]
    [InlineData("a.b.c")]
    public void A_name_without_a_database_is_refused(string table)
    {
        var fault = Assert.Throws<TrailSourceException>(() => Read(new TrailQuery(), athena: new TrailAthena { Table = table })).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Empty(_server.Http.Requests);
    }

    private static TrailAthena Asked(long? maxScannedBytes = null) => new() { Table = "audit.trail", MaxScannedBytes = maxScannedBytes };

    private List<TrailEvent> Read(
        TrailQuery query, Action<TrailEvent>? take = null, TrailAthena? athena = null, CancellationToken token = default)
    {
        var connection = new TrailConnection
        {
            AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "the-secret", SessionRegion = "eu-west-1", EndpointUrl = _server.Http.Url.ToString(),
        };
        var events = new List<TrailEvent>();
        var source = new AwsConnector().OpenAthena(connection, athena ?? Asked(), CancellationToken.None);
        using var owned = (IDisposable)source;
        var session = new TrailSession(query, _coverage);
        try
        {
            foreach (var batch in session.ReadAsync(source, token).ToBlockingEnumerable(token))
            {
                _notices.AddRange(batch.Notices);
                foreach (var trailEvent in batch.Events)
                {
                    events.Add(trailEvent);
                    take?.Invoke(trailEvent);
                }
            }
        }
        finally
        {
            session.Finish();
        }
        return events;
    }
}
