using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.Athena;

namespace IncidentTrail.Module.Tests;

/// <summary>A table of Athena's at the prompt, against a server that answers as Athena does.</summary>
public sealed class AthenaCmdletTests : IClassFixture<ModuleRunspace>, IDisposable
{
    private const string Incident = "arn:aws:ssm-incidents::111122223333:incident-record/plan/4d0e9c3f-6f4b-4d5e-9c6a-0e5f1a2b3c4d";
    private const string Keys = "-AccessKey AKIAEXAMPLEEXAMPLE01 -SecretKey the-secret";

    private readonly ModuleRunspace _module;
    private readonly AthenaServer _server = new();

    public AthenaCmdletTests(ModuleRunspace module)
    {
        _module = module;
        _module.Run("$global:StoredAWSRegion = 'eu-west-1'");
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public void The_statement_of_a_table_is_printed_and_nothing_is_asked()
    {
        var sql = Assert.Single(_module.Run(Making("-AsSql"))).ToString();
        _module.Run(Making("-WhatIf"));

        Assert.StartsWith("CREATE EXTERNAL TABLE `audit`.`trail` (", sql);
        Assert.Empty(_server.Http.Requests);
    }

    [Fact]
    public void A_table_is_made_once_and_again_by_force_alone()
    {
        var sql = Assert.Single(_module.Run(Making("-AsSql"))).ToString();

        Assert.Empty(_module.Run(Making()));
        Assert.Equal([sql], _server.Statements);
        var error = Assert.Single(_module.Errors(Making()));
        Assert.Equal("TrailArgument", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal([sql], _server.Statements);
        _module.Run(Making("-Force"));
        Assert.Equal([sql, "DROP TABLE IF EXISTS `audit`.`trail`", sql], _server.Statements);
        Assert.Equal(["DROP TABLE IF EXISTS `audit`.`trail`", sql], _module.Run(Making("-Force -AsSql")).Select(made => made.ToString()));
    }

    [Fact]
    public void A_table_without_a_database_is_one_error()
    {
        foreach (var script in new[] { Making("-AsSql").Replace("audit.", ""), Asking("Get-IncidentTrailEvent").Replace("audit.", "") })
            Assert.Equal("TrailArgument", Assert.Single(_module.Errors(script)).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(_server.Http.Requests);
    }

    [Fact]
    public void Events_callers_incidents_and_timelines_are_made_of_its_rows()
    {
        Given();

        Assert.Equal(["StartIncident", "UpdateIncidentRecord"], Texts(Asking("Get-IncidentTrailEvent"), "EventName"));
        Assert.Equal(["alice"], Texts(Asking("Get-IncidentTrailCaller -Caller 'al?ce'"), "Name"));
        Assert.Equal([Incident], Texts(Asking("Get-IncidentTrailIncident"), "IncidentRecordArn"));
        Assert.Equal(["StartIncident", "UpdateIncidentRecord"], Texts(Asking("Get-IncidentTrailTimeline"), "{ $_.Event.EventName }"));
    }

    [Theory]
    [InlineData("Get-IncidentTrailEvent")]
    [InlineData("Get-IncidentTrailEvent -Oldest -MaxEvents 3")]
    [InlineData("Get-IncidentTrailCaller")]
    [InlineData("Get-IncidentTrailIncident")]
    [InlineData("Get-IncidentTrailTimeline")]
    public void A_statement_is_printed_and_not_run(string command)
    {
        Given();

        var sql = Assert.Single(_module.Run(Asking(command, "-AsSql -StartTime 2026-03-10T10:00Z -EndTime 2026-03-10T20:00Z"))).ToString();

        Assert.Matches("^(SELECT|WITH) ", sql);
        Assert.Contains("\"date\" BETWEEN '2026/03/", sql);
        Assert.Contains("FROM \"audit\".\"trail\"", sql);
        Assert.Equal(1, Asked("GetTableMetadata"));
        Assert.Equal(0, Asked("StartQueryExecution"));
    }

    [Fact]
    public void Verbose_says_query_bytes_time_and_what_is_applied_here()
    {
        Given();

        var said = _module.Run(Asking("Get-IncidentTrailEvent", "-Caller 'al?ce' -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message"))
            .Select(line => line.ToString()).ToList();

        Assert.Contains(said, line => line.Contains("query query-1 in eu-west-1 scanned 1,234 bytes in 1.5 s"));
        Assert.Contains(said, line => line.Contains("applied here") && line.Contains("Caller"));
        Assert.DoesNotContain(said, line => line.Contains("the-secret"));
    }

    [Theory]
    [InlineData("Get-IncidentTrailEvent", "| Select-Object -First 5")]
    [InlineData("Get-IncidentTrailEvent -MaxEvents 5", "")]
    [InlineData("Get-IncidentTrailEvent -Oldest -MaxEvents 5", "")]
    public void Who_has_the_first_few_reads_two_pages_at_most(string command, string behind)
    {
        Given();
        _server.Rows.Clear();
        for (var i = 0; i < 6000; i++)
            _server.Rows.Add(new(AthenaRows.Of(i)) { ["eventtime"] = $"2026-03-10T{i / 3600:D2}:{i / 60 % 60:D2}:{i % 60:D2}Z", ["$path"] = "s3://trail/AWSLogs/one.json.gz" });

        var ids = Texts($"{Asking(command)} {behind}", "EventId");

        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"id-{i}"), ids);
        Assert.InRange(Asked("GetQueryResults"), 1, 2);
    }

    [Theory]
    [InlineData("Get-IncidentTrailEvent")]
    [InlineData("Get-IncidentTrailCaller")]
    [InlineData("Get-IncidentTrailIncident")]
    [InlineData("Get-IncidentTrailTimeline")]
    public async Task Ctrl_C_stops_a_running_query_and_asks_nothing_more(string command)
    {
        Given();
        _server.Polls = null;
        // The second question how it stands is never answered: what comes after it comes of the stopping.
        _server.Fault = request => request.Operation == "GetQueryExecution" && Asked("GetQueryExecution") > 1 ? LoopbackAnswer.Silence : null;

        await _module.StopAsync(Asking(command), () => Asked("GetQueryExecution") > 1);

        AssertStopped();
    }

    [Fact]
    public async Task Ctrl_C_while_a_table_is_made_stops_its_query_too()
    {
        _server.Polls = null;
        _server.Fault = request => request.Operation == "GetQueryExecution" && Asked("GetQueryExecution") > 1 ? LoopbackAnswer.Silence : null;

        await _module.StopAsync(Making(), () => Asked("GetQueryExecution") > 1);

        AssertStopped();
    }

    [Fact]
    public async Task Ctrl_C_between_pages_asks_for_no_further_one()
    {
        Given();
        _server.Rows.Clear();
        for (var i = 0; i < 3000; i++)
            _server.Rows.Add(AthenaRows.Of(i));
        _server.Fault = request => request.Operation == "GetQueryResults" && Asked("GetQueryResults") > 1 ? LoopbackAnswer.Silence : null;

        await _module.StopAsync(Asking("Get-IncidentTrailEvent"), () => Asked("GetQueryResults") > 1);

        Assert.Equal("GetQueryResults", OwnOperations()[^1]);
        Assert.Equal(2, Asked("GetQueryResults"));
    }

    [Theory]
    [InlineData("GetTableMetadata", "MetadataException", "Table trail not found", "TrailSourceNotFound", "ObjectNotFound")]
    [InlineData("StartQueryExecution", "AccessDeniedException", "no", "TrailAccessDenied", "PermissionDenied")]
    [InlineData("StartQueryExecution", "InvalidRequestException", "No output location provided.", "TrailArgument", "InvalidArgument")]
    [InlineData("GetTableMetadata", "UnrecognizedClientException", "no", "TrailCredentials", "AuthenticationError")]
    [InlineData("StartQueryExecution", "ExpiredTokenException", "no", "TrailCredentials", "AuthenticationError")]
    [InlineData("GetQueryResults", "InvalidRequestException", "The results are gone.", "TrailReadFailed", "ReadError")]
    public void What_is_refused_is_exactly_one_error_and_the_coverage_is_not_complete(
        string operation, string code, string message, string id, string category)
    {
        Given();
        _server.Fault = request => request.Operation == operation ? LoopbackAnswer.Error(400, code, message) : null;

        foreach (var command in new[] { "Event", "Caller", "Incident", "Timeline" })
        {
            var error = Assert.Single(_module.Errors(Asking($"Get-IncidentTrail{command}", "-CoverageVariable global:c")));

            Assert.Equal((id, category), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category.ToString()));
            Assert.Contains(message, error.Exception.Message);
            Assert.Equal("False 1", Assert.Single(_module.Run("\"$($c.IsComplete) $($c.Faults.Count)\"")).ToString());
            Assert.True(error.ToString().Length > error.Exception.Message.Length, "the error names a remedy");
        }
    }

    [Theory]
    [InlineData("ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }")]
    [InlineData("ConvertTo-Json -Depth 3 -WarningAction Ignore | ConvertFrom-Json")]
    [InlineData("ConvertTo-Csv | ConvertFrom-Csv")]
    public void A_record_made_from_columns_does_not_pass_for_a_delivered_one_in_a_copy(string copied)
    {
        Given();

        var read = Texts($"{Asking("Get-IncidentTrailEvent")} | {copied} | Get-IncidentTrailEvent -CoverageVariable global:c", "{ \"$($_.EventId) $($_.IsRebuilt)\" }");

        Assert.Equal(["id-0 True", "id-61 True"], read);
        Assert.Equal("True 2 2", Assert.Single(_module.Run("\"$($c.IsComplete) $($c.RecordsRead) $($c.RecordsKept)\"")).ToString());
    }

    [Fact]
    public void A_query_that_scans_too_much_is_one_error_with_its_id()
    {
        Given();
        (_server.Polls, _server.Scanned) = (null, polls => polls * 1000);

        var error = Assert.Single(_module.Errors(Asking("Get-IncidentTrailEvent", "-MaxScannedBytes 1500")));

        Assert.Equal("TrailReadFailed", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("query-1 had scanned 2,000 bytes", error.Exception.Message);
        Assert.Equal("StopQueryExecution", OwnOperations()[^1]);
    }

    // The table is the one that the module makes.
    private void Given()
    {
        Assert.Null(_server.Catalog.Run(_module.Run(Making("-AsSql"))[0].ToString()!));
        _server.Rows.Add(new(AthenaRows.Of(0))
        {
            ["requestparameters"] = """{"responsePlanArn":"arn:aws:ssm-incidents::111122223333:response-plan/plan","title":"t"}""",
            ["responseelements"] = $$"""{"incidentRecordArn":"{{Incident}}"}""",
        });
        _server.Rows.Add(new(AthenaRows.Of(61))
        {
            ["eventname"] = "UpdateIncidentRecord", ["requestparameters"] = $$"""{"arn":"{{Incident}}","status":"RESOLVED"}""", ["responseelements"] = "{}",
        });
    }

    private void AssertStopped()
    {
        _server.Fault = _ => null;
        var before = OwnOperations();
        Assert.Equal("StopQueryExecution", before[^1]);
        Assert.Equal(1, Asked("StopQueryExecution"));

        // Another's question, from its first request to its last, and none of the first one's comes between.
        _server.Polls = 1;
        _module.Errors(Asking("Get-IncidentTrailEvent").Replace("EXAMPLE01", "EXAMPLE02"));

        Assert.Equal(before, OwnOperations());
    }

    private List<string> OwnOperations() =>
        [.. _server.Http.Requests.Where(request => request.AccessKey.EndsWith("01", StringComparison.Ordinal)).Select(request => request.Operation)];

    private int Asked(string operation) => _server.Operations.Count(each => each == operation);

    private IEnumerable<string> Texts(string script, string property) => _module.Run($"{script} | ForEach-Object {property}").Select(each => each.ToString());

    private string Making(string more = "") =>
        $"New-IncidentTrailAthenaTable audit.trail -BucketName trail -AccountId 111122223333 -Region eu-west-1 {Keys} -EndpointUrl {_server.Http.Url} {more}";

    private string Asking(string command, string more = "") => $"{command} -AthenaTable audit.trail {Keys} -EndpointUrl {_server.Http.Url} {more}";
}
