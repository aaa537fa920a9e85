using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>The making of a table, against Athena on loopback: one query, and never over a table that is there unless it is replaced.</summary>
public sealed class TableMakerTests : IDisposable
{
    private readonly TableQuestion _table = new();

    public void Dispose() => _table.Dispose();

    [Fact]
    public void Making_it_is_one_query_after_one_question()
    {
        _table.Create();

        Assert.Equal(["GetTableMetadata", "StartQueryExecution", "GetQueryExecution", "GetQueryExecution"], _table.Server.Operations);
        Assert.Equal([_table.Given()], _table.Server.Statements);
        Assert.Equal(TrailColumns.All, _table.Server.Catalog.Columns);
        Assert.Equal(TrailColumns.Keys, _table.Server.Catalog.Keys);
    }

    [Fact]
    public void A_table_that_is_there_is_a_fault_and_no_query()
    {
        _table.Server.Catalog.Columns = [("a", "string")];

        var fault = Assert.Throws<TrailSourceException>(() => _table.Create()).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("audit.trail is there already", fault.Message);
        Assert.Contains("-Force", fault.Remedy);
        Assert.Empty(_table.Server.Statements);
    }

    [Fact]
    public void One_that_somebody_makes_meanwhile_is_the_same_fault()
    {
        _table.Server.Fault = request =>
        {
            if (request.Operation == "StartQueryExecution")
                _table.Server.Catalog.Columns = [("a", "string")];
            return null;
        };

        var fault = Assert.Throws<TrailSourceException>(() => _table.Create()).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("query-1", fault.Message);
        Assert.Contains("-Force", fault.Remedy);
    }

    [Fact]
    public void One_that_is_replaced_is_removed_and_made()
    {
        _table.Server.Catalog.Columns = [("a", "string")];

        _table.Create(replace: true);

        Assert.Equal(["DROP TABLE IF EXISTS `audit`.`trail`", _table.Given()], _table.Server.Statements);
        Assert.Equal(TrailColumns.All, _table.Server.Catalog.Columns);
    }

    [Fact]
    public void A_failure_after_the_removal_says_that_the_table_is_gone()
    {
        _table.Server.Catalog.Columns = [("a", "string")];
        _table.Server.Fault = request => request.Operation == "StartQueryExecution" && request.Text.Contains("CREATE EXTERNAL")
            ? LoopbackAnswer.Error(400, "AccessDeniedException", "no") : null;

        var fault = Assert.Throws<TrailSourceException>(() => _table.Create(replace: true)).Fault;

        Assert.Equal(TrailFaultKind.AccessDenied, fault.Kind);
        Assert.EndsWith("). A table of that name was removed before.", fault.Message, StringComparison.Ordinal);
        Assert.NotNull(fault.Remedy);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_database_that_is_missing_is_no_missing_table(bool replace)
    {
        _table.Server.Catalog.Database = "another";

        var fault = Assert.Throws<TrailSourceException>(() => _table.Create(replace)).Fault;

        Assert.Equal(TrailFaultKind.SourceNotFound, fault.Kind);
        Assert.Contains("atabase", fault.Message);
        Assert.Equal(replace ? 1 : 0, _table.Server.Statements.Count);
        Assert.Empty(_table.Server.Catalog.Columns);
    }

    [Theory]
    [InlineData("AccessDeniedException", TrailFaultKind.AccessDenied)]
    [InlineData("EncryptionFailure", TrailFaultKind.ReadFailed)]
    public void A_catalogue_that_does_not_answer_is_no_missing_table(string inner, TrailFaultKind kind)
    {
        _table.Server.Fault = request => request.Operation == "GetTableMetadata"
            ? LoopbackAnswer.Error(400, "MetadataException", $"no (Service: AmazonDataCatalog; Status Code: 400; Error Code: {inner}; Request ID: 1; Proxy: null)")
            : null;

        var fault = Assert.Throws<TrailSourceException>(() => _table.Create()).Fault;

        Assert.Equal(kind, fault.Kind);
        Assert.Empty(_table.Server.Statements);
    }

    [Theory]
    [InlineData("GetTableMetadata", "ThrottlingException", TrailFaultKind.Throttled)]
    [InlineData("StartQueryExecution", "TooManyRequestsException", TrailFaultKind.Throttled)]
    [InlineData("StartQueryExecution", "InvalidRequestException", TrailFaultKind.Argument)]
    [InlineData("StartQueryExecution", "UnrecognizedClientException", TrailFaultKind.Credentials)]
    public void What_is_refused_while_it_is_made_is_one_fault_within_a_minute(string operation, string code, TrailFaultKind kind)
    {
        _table.Server.Fault = request => request.Operation == operation ? LoopbackAnswer.Error(400, code, "no") : null;

        var fault = Assert.Throws<TrailSourceException>(() => _table.Create()).Fault;

        Assert.Equal(kind, fault.Kind);
        Assert.NotNull(fault.Remedy);
        Assert.InRange(_table.Clock.Passed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Empty(_table.Server.Catalog.Columns);
    }

    [Theory]
    [InlineData("trail")]
    [InlineData("audit.tr-ail")]
    [InlineData("au`dit.trail")]
    public void A_name_that_is_none_is_refused_before_anything_is_asked(string table)
    {
        var fault = Assert.Throws<TrailSourceException>(() =>
            new AwsConnector().AthenaTableStatement(_table.Connection, new TrailAthena { Table = table }, TableQuestion.Place(), default)).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains(table, fault.Message);
        Assert.Empty(_table.Bucket.Requests);
        Assert.Empty(_table.Server.Http.Requests);
    }
}
