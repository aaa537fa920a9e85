using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>What is throttled, lost or out of reach is asked again, and then is one fault; a query is started once.</summary>
public sealed class AthenaAttemptsTests : IDisposable
{
    private readonly AthenaServer _server = new() { Catalog = { Columns = TrailColumns.All, Keys = TrailColumns.Keys } };
    private readonly AthenaQuestion _question;

    public AthenaAttemptsTests() => _question = new AthenaQuestion(_server);

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("GetTableMetadata", "ThrottlingException", "Rate exceeded", null)]
    [InlineData("GetTableMetadata", "MetadataException", "Rate exceeded (Service: AmazonDataCatalog; Status Code: 400; Error Code: ThrottlingException; Request ID: 1)", null)]
    [InlineData("StartQueryExecution", "TooManyRequestsException", "You have exceeded the limit for the number of queries you can run concurrently.", null)]
    [InlineData("StartQueryExecution", "TooManyRequestsException", "You have exceeded the limit for the number of queries you can run concurrently.", "3600")]
    [InlineData("GetQueryExecution", "ThrottlingException", "Rate exceeded", null)]
    [InlineData("GetQueryResults", "ThrottlingException", "Rate exceeded", "30")]
    public void What_is_throttled_to_the_end_is_one_fault_within_a_minute(string operation, string code, string message, string? retryAfter)
    {
        _server.Fault = request =>
        {
            if (request.Operation != operation)
                return null;
            var error = LoopbackAnswer.Error(400, code, message);
            if (retryAfter is not null)
                error.Headers["Retry-After"] = retryAfter;
            return error;
        };

        var fault = _question.Fault();

        Assert.Equal(TrailFaultKind.Throttled, fault.Kind);
        Assert.Contains(message, fault.Message);
        Assert.Equal(AdapterLimits.ThrottledAttempts, _server.Operations.Count(each => each == operation));
        Assert.InRange(_question.Clock.Passed, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));
        Assert.Equal(operation == "GetQueryExecution" ? 1 : 0, _server.Operations.Count(each => each == "StopQueryExecution"));
        Assert.InRange(_server.Statements.Count, 0, 1);
    }

    [Fact]
    public void What_is_throttled_for_a_while_is_asked_again_and_told()
    {
        var refusals = _server.Operations.Count;
        _server.Fault = request => request.Operation == "StartQueryExecution" && refusals++ < 3
            ? LoopbackAnswer.Error(400, "TooManyRequestsException", "no") : null;
        _server.Rows.Add(AthenaRows.Of(1));

        Assert.Single(_question.Read());
        Assert.True(_question.Coverage.IsComplete);
        Assert.Contains(_question.Notices, notice => notice.Kind == TrailNoticeKind.Verbose && notice.Text.Contains("TooManyRequestsException"));
    }

    [Fact]
    public void An_address_that_nobody_answers_at_is_one_fault()
    {
        using var gone = new AthenaServer();
        var question = new AthenaQuestion(_server) { Url = gone.Http.Url.ToString() };
        gone.Dispose();

        var fault = question.Fault();

        Assert.Equal(TrailFaultKind.Connection, fault.Kind);
        Assert.Contains("-EndpointUrl", fault.Remedy);
        Assert.Contains("'eu-west-1'", fault.Remedy);
        Assert.Empty(_server.Http.Requests);
    }

    [Fact]
    public void A_connection_that_is_lost_on_the_way_is_one_fault_with_the_query()
    {
        _server.Fault = request => request.Operation == "GetQueryResults" ? LoopbackAnswer.NoAnswer : null;

        var fault = _question.Fault();

        Assert.Equal(TrailFaultKind.Connection, fault.Kind);
        Assert.Contains("query-1", fault.Message);
    }

    [Fact]
    public void A_lost_answer_starts_no_second_query()
    {
        var lost = 0;
        _server.Fault = request =>
        {
            if (request.Operation != "StartQueryExecution" || lost++ > 1)
                return null;
            _server.Answer(request);
            return LoopbackAnswer.NoAnswer;
        };
        _server.Rows.Add(AthenaRows.Of(1));

        Assert.Single(_question.Read());
        var starts = _server.Http.Requests.Where(request => request.Operation == "StartQueryExecution").ToList();
        Assert.Equal(3, starts.Count);
        Assert.Single(starts.Select(start => start.Text).Distinct());
        Assert.InRange(starts[0].Json.GetProperty("ClientRequestToken").GetString()!.Length, 32, 128);
        Assert.Equal("query-1", _question.Coverage.Sources[0].Facts["QueryExecutionId"]);
    }
}
