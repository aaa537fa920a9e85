using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>A question that fails is one fault with Athena's own reason, and the coverage is not complete.</summary>
public sealed class AthenaFaultTests : IDisposable
{
    private readonly AthenaServer _server = new() { Catalog = { Columns = TrailColumns.All, Keys = TrailColumns.Keys } };
    private readonly AthenaQuestion _question;

    public AthenaFaultTests() => _question = new AthenaQuestion(_server);

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("GetTableMetadata", "MetadataException", "Table trail not found", TrailFaultKind.SourceNotFound)]
    [InlineData("GetTableMetadata", "MetadataException", "Database audit not found", TrailFaultKind.SourceNotFound)]
    [InlineData("GetTableMetadata", "MetadataException", "AccessDeniedException: not authorized to perform: glue:GetTable", TrailFaultKind.AccessDenied)]
    [InlineData("GetTableMetadata", "MetadataException", "no (Service: AmazonDataCatalog; Status Code: 400; Error Code: AccessDeniedException; Request ID: 1; Proxy: null)", TrailFaultKind.AccessDenied)]
    [InlineData("GetTableMetadata", "MetadataException", "Entity Not Found (Service: AmazonDataCatalog; Status Code: 400; Error Code: EntityNotFoundException; Request ID: 1)", TrailFaultKind.SourceNotFound)]
    [InlineData("GetTableMetadata", "MetadataException", "no (Service: AmazonDataCatalog; Status Code: 400; Error Code: KMS.AccessDeniedException; Request ID: 1)", TrailFaultKind.AccessDenied)]
    [InlineData("GetTableMetadata", "MetadataException", "The catalogue cannot be read.", TrailFaultKind.ReadFailed)]
    [InlineData("GetTableMetadata", "AccessDeniedException", "no", TrailFaultKind.AccessDenied)]
    [InlineData("GetTableMetadata", "InvalidRequestException", "WorkGroup primary is not found.", TrailFaultKind.Argument)]
    [InlineData("StartQueryExecution", "AccessDeniedException", "no", TrailFaultKind.AccessDenied)]
    [InlineData("StartQueryExecution", "InvalidRequestException", "WorkGroup primary is disabled.", TrailFaultKind.Argument)]
    [InlineData("StartQueryExecution", "InvalidRequestException", "WorkGroup primary is not found.", TrailFaultKind.Argument)]
    [InlineData("StartQueryExecution", "InvalidRequestException", "No output location provided.", TrailFaultKind.Argument)]
    [InlineData("StartQueryExecution", "ExpiredTokenException", "no", TrailFaultKind.Credentials)]
    [InlineData("GetTableMetadata", "UnrecognizedClientException", "no", TrailFaultKind.Credentials)]
    [InlineData("GetTableMetadata", "InvalidSignatureException", "no", TrailFaultKind.Credentials)]
    [InlineData("StartQueryExecution", "InvalidSignatureException", "no", TrailFaultKind.Credentials)]
    [InlineData("GetQueryExecution", "ExpiredTokenException", "no", TrailFaultKind.Credentials)]
    [InlineData("GetQueryExecution", "InvalidRequestException", "Query query-1 was not found.", TrailFaultKind.ReadFailed)]
    [InlineData("GetQueryResults", "InvalidRequestException", "The results are gone.", TrailFaultKind.ReadFailed)]
    [InlineData("GetQueryResults", "AccessDeniedException", "no", TrailFaultKind.AccessDenied)]
    [InlineData("GetQueryResults", "UnrecognizedClientException", "no", TrailFaultKind.Credentials)]
    public void What_is_refused_is_one_fault_with_athenas_own_reason(string operation, string code, string message, TrailFaultKind kind)
    {
        _server.Fault = request => request.Operation == operation ? LoopbackAnswer.Error(400, code, message) : null;

        var fault = _question.Fault();

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(message, fault.Message);
        Assert.Equal(operation is "GetQueryExecution" or "GetQueryResults", fault.Message.Contains("query-1"));
        if (kind == TrailFaultKind.Argument)
            Assert.Contains("primary", fault.Message);
        // Expired keys are renewed once, and a clock that is off is set once.
        Assert.InRange(_server.Operations.Count(each => each == operation), 1, 2);
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

        var fault = _question.Fault(take: events.Add);

        Assert.Equal(TrailFaultKind.ReadFailed, fault.Kind);
        Assert.Contains("query-1", fault.Message);
        Assert.Equal(9, events.Count);
        Assert.Equal(9, _question.Coverage.RecordsRead);
    }

    [Fact]
    public void Pages_that_lead_in_a_circle_are_a_fault_and_no_endless_loop()
    {
        _server.Rows.Add(AthenaRows.Of(1));
        _server.Fault = request => request.Operation == "GetQueryResults"
            ? LoopbackAnswer.Ok($$$"""{"ResultSet":{"Rows":[]},"NextToken":"{{{(request.Text.Contains("odd") ? "even" : "odd")}}}"}""") : null;

        Assert.Equal(TrailFaultKind.ReadFailed, _question.Fault().Kind);
    }

    [Theory]
    [InlineData("[NAMES, ROW, SHORT]", "one has 2 values for 34 columns")]
    [InlineData("[NAMES, ROW, {}]", "one has 0 values")]
    [InlineData("[NAMES, ROW, null]", "one has 0 values")]
    [InlineData("[ROW, ROW]", "the first does not name the columns")]
    [InlineData("[SHORT, ROW]", "one has 2 values")]
    public void Rows_that_may_mean_anything_are_a_fault_and_no_events(string rows, string why)
    {
        var names = TrailStatement.Of(new TrailQuery(), new TrailTable(
            new TableName("audit", "trail"), TrailColumns.All.Select(column => TableColumn.Of(column.Name, column.Type)), [], new Dictionary<string, string>())).Names;
        string Row(IEnumerable<string?> values) => $$"""{"Data":[{{string.Join(",", values.Select(value => value is null ? "{}" : $$"""{"VarCharValue":{{System.Text.Json.JsonSerializer.Serialize(value)}}}"""))}}]}""";
        var given = AthenaRows.Of(1);
        var text = rows.Replace("NAMES", Row(names)).Replace("ROW", Row(names.Select(given.GetValueOrDefault))).Replace("SHORT", Row(names.Take(2)));
        _server.Fault = request => request.Operation == "GetQueryResults" ? LoopbackAnswer.Ok($$$"""{"ResultSet":{"Rows":{{{text}}}}}""") : null;

        var fault = _question.Fault();

        Assert.Equal(TrailFaultKind.ReadFailed, fault.Kind);
        Assert.Contains("query-1", fault.Message);
        Assert.Contains(why, fault.Message);
        Assert.Equal(0, _question.Coverage.RecordsRead);
    }

    [Theory]
    [InlineData("FAILED", "SYNTAX_ERROR: line 1:8", TrailFaultKind.ReadFailed)]
    [InlineData("CANCELLED", "Query cancelled by user", TrailFaultKind.ReadFailed)]
    [InlineData("CANCELLED", null, TrailFaultKind.ReadFailed)]
    [InlineData("CANCELLED", "Query cancelled: access denied to its queue", TrailFaultKind.ReadFailed)]
    [InlineData("FAILED", "PERMISSION_DENIED: Access denied on operation (Status Code: 403)", TrailFaultKind.AccessDenied)]
    [InlineData("FAILED", "Insufficient Lake Formation permission(s): Required Select on trail", TrailFaultKind.AccessDenied)]
    [InlineData("FAILED", "TABLE_NOT_FOUND: line 3: Table 'audit.trail' does not exist", TrailFaultKind.SourceNotFound)]
    [InlineData("CANCELLED", "Bytes scanned limit was exceeded", TrailFaultKind.ReadFailed)]
    public void A_query_that_fails_is_one_fault_with_its_id(string state, string? reason, TrailFaultKind kind)
    {
        (_server.End, _server.Reason) = (state, reason);

        var fault = _question.Fault();

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(reason ?? "no reason", fault.Message);
        Assert.Contains("query-1", fault.Message);
        Assert.Equal(reason?.Contains("limit") == true, fault.Message.Contains("Work group primary allows 10,000,000 bytes"));
        Assert.DoesNotContain("StopQueryExecution", _server.Operations);
        Assert.DoesNotContain("GetQueryResults", _server.Operations);
    }

    [Fact]
    public void A_limit_whose_work_group_may_not_be_asked_is_told_all_the_same()
    {
        (_server.End, _server.Reason) = ("CANCELLED", "Bytes scanned limit was exceeded");
        _server.Fault = request => request.Operation == "GetWorkGroup" ? LoopbackAnswer.Error(400, "AccessDeniedException", "no") : null;

        Assert.Contains("Work group primary sets that limit", _question.Fault().Message);
    }

    [Fact]
    public void A_query_that_scans_too_much_is_stopped()
    {
        _server.Polls = null;
        _server.Scanned = polls => polls * 1000;

        var fault = _question.Fault(athena: AthenaQuestion.Asked(maxScannedBytes: 2500));

        Assert.Equal(TrailFaultKind.ReadFailed, fault.Kind);
        Assert.Contains("query-1 had scanned 3,000 bytes", fault.Message);
        Assert.Equal("StopQueryExecution", _server.Operations[^1]);
        Assert.InRange(_question.Clock.Passed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void A_query_that_had_ended_gives_its_rows_with_a_warning()
    {
        _server.Polls = 0;
        _server.Rows.Add(AthenaRows.Of(1));

        Assert.Single(_question.Read(athena: AthenaQuestion.Asked(maxScannedBytes: 1000)));
        Assert.Contains(_question.Notices, notice => notice.Kind == TrailNoticeKind.Warning && notice.Text.Contains("1,234 bytes"));
        Assert.True(_question.Coverage.IsComplete);
    }

    [Fact]
    public void An_engine_whose_json_has_no_names_is_refused_by_name()
    {
        _server.Engine = "Athena engine version 2";
        _server.Polls = null;

        var fault = _question.Fault();

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("Athena engine version 2", fault.Message);
        Assert.Contains("primary", fault.Message);
        Assert.DoesNotContain("GetQueryResults", _server.Operations);
        Assert.Equal("StopQueryExecution", _server.Operations[^1]);
    }

    [Fact]
    public void Of_a_reason_at_length_the_beginning_is_told()
    {
        (_server.End, _server.Reason) = ("FAILED", "SYNTAX_ERROR: " + new string('x', 5000));

        Assert.InRange(_question.Fault().Message.Length, 400, 1000);
    }

    [Theory]
    [InlineData("trail")]
    [InlineData(".trail")]
    [InlineData("a.b.c")]
    public void A_name_without_a_database_is_refused(string table)
    {
        var fault = Assert.Throws<TrailSourceException>(() =>
            new AwsConnector().OpenAthena(new TrailConnection(), new TrailAthena { Table = table }, default)).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
    }
}
