using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>The making of a table over a trail's bucket, against Athena and a bucket on loopback.</summary>
public sealed class TableMakerTests : IDisposable
{
    private readonly AthenaServer _server = new();
    private readonly BucketServer _bucket = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("incidenttrail-table-").FullName;

    public void Dispose()
    {
        _server.Dispose();
        _bucket.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Accounts_and_Regions_are_found_by_listing_folders_alone()
    {
        Put(TrailKeys.Log("2026-03-10 14:00", "111122223333", "us-east-1", "logs/AWSLogs/"));
        Put(TrailKeys.Log("2026-03-10 14:00", "111122223333", "eu-west-1", "logs/AWSLogs/"));
        Put(TrailKeys.Log("2026-03-10 14:00", "012345678901", "eu-west-1", "logs/AWSLogs/"));
        Put("logs/AWSLogs/111122223333/CloudTrail/2026/a.json.gz");
        Put("logs/AWSLogs/111122223333/Config/ap-south-1/2026/a.json.gz");

        var sql = Statement(Place(prefix: "logs/"));

        Assert.Contains("'projection.account.values'='012345678901,111122223333'", sql);
        Assert.Contains("'projection.region.values'='eu-west-1,us-east-1'", sql);
        Assert.Contains("LOCATION 's3://trail/logs/AWSLogs/'", sql);
        Assert.All(_bucket.Requests, request => Assert.Equal("/", request.Query("delimiter")));
        Assert.Empty(_server.Http.Requests);
    }

    [Fact]
    public void The_only_organization_of_a_bucket_is_found()
    {
        Put(TrailKeys.Log("2026-03-10 14:00", "111122223333", "us-east-1", "AWSLogs/o-exampleorgid/"));

        var sql = Statement(Place());

        Assert.Contains("LOCATION 's3://trail/AWSLogs/o-exampleorgid/'", sql);
        Assert.Contains("'storage.location.template'='s3://trail/AWSLogs/o-exampleorgid/${account}/CloudTrail/${region}/${date}/'", sql);
        Assert.Contains("'projection.account.values'='111122223333'", sql);
    }

    [Theory]
    [InlineData("AWSLogs/", "AWSLogs/o-another0/")]
    [InlineData("AWSLogs/o-another0/", "AWSLogs/o-another1/")]
    public void A_bucket_of_several_trails_asks_which_is_meant(string first, string second)
    {
        Put(TrailKeys.Log("2026-03-10 14:00", "111122223333", "us-east-1", first));
        Put(TrailKeys.Log("2026-03-10 14:00", "444455556666", "eu-west-1", second));

        var fault = Assert.Throws<TrailSourceException>(() => Statement(Place())).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("o-another0", fault.Message);
        Assert.Contains("-OrganizationId", fault.Remedy);
        Assert.Contains("'444455556666'", Statement(Place(prefix: second)));
    }

    [Fact]
    public void Wildcards_choose_of_what_is_listed()
    {
        foreach (var (account, region) in new[] { ("111122223333", "us-east-1"), ("111122223333", "eu-west-1"), ("444455556666", "eu-west-1") })
            Put(TrailKeys.Log("2026-03-10 14:00", account, region));

        var sql = Statement(Place(accounts: ["1111*"], regions: ["eu-*"]));

        Assert.Contains("'projection.account.values'='111122223333'", sql);
        Assert.Contains("'projection.region.values'='eu-west-1'", sql);
    }

    [Fact]
    public void What_is_given_is_taken_as_it_is_and_nothing_is_listed()
    {
        var sql = Statement(Place(accounts: ["012345678901"], regions: ["eu-west-1", "eu-west-1"]));

        Assert.Contains("'projection.account.values'='012345678901'", sql);
        Assert.Contains("'projection.region.values'='eu-west-1'", sql);
        Assert.Empty(_bucket.Requests);
        Assert.Empty(_server.Http.Requests);
    }

    [Fact]
    public void A_bucket_without_such_folders_is_one_fault()
    {
        Put("other/a.txt");

        var fault = Assert.Throws<TrailSourceException>(() => Statement(Place())).Fault;

        Assert.Equal(TrailFaultKind.SourceNotFound, fault.Kind);
        Assert.Contains("s3://trail/AWSLogs/", fault.Message);
        Assert.Contains("-AccountId", fault.Remedy);
    }

    [Fact]
    public void A_bucket_that_may_not_be_listed_is_one_fault()
    {
        _bucket.Answer = _ => BucketAnswer.Error(403, "AccessDenied", "no");

        Assert.Equal(TrailFaultKind.AccessDenied, Assert.Throws<TrailSourceException>(() => Statement(Place())).Fault.Kind);
    }

    [Fact]
    public void Making_it_is_one_query_after_one_question()
    {
        Create();

        Assert.Equal(["GetTableMetadata", "StartQueryExecution", "GetQueryExecution", "GetQueryExecution"], _server.Operations);
        Assert.Equal([Given()], _server.Statements);
        Assert.Equal(TrailColumns.All, _server.Catalog.Columns);
        Assert.Equal(TrailColumns.Keys, _server.Catalog.Keys);
    }

    [Fact]
    public void A_table_that_is_there_is_a_fault_and_no_query()
    {
        _server.Catalog.Columns = [("a", "string")];

        var fault = Assert.Throws<TrailSourceException>(() => Create()).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("audit.trail is there already", fault.Message);
        Assert.Contains("-Force", fault.Remedy);
        Assert.Empty(_server.Statements);
    }

    [Fact]
    public void One_that_somebody_makes_meanwhile_is_the_same_fault()
    {
        _server.Fault = request =>
        {
            if (request.Operation == "StartQueryExecution")
                _server.Catalog.Columns = [("a", "string")];
            return null;
        };

        var fault = Assert.Throws<TrailSourceException>(() => Create()).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("query-1", fault.Message);
        Assert.Contains("-Force", fault.Remedy);
    }

    [Fact]
    public void One_that_is_replaced_is_removed_and_made()
    {
        _server.Catalog.Columns = [("a", "string")];

        Create(replace: true);

        Assert.Equal(["DROP TABLE IF EXISTS `audit`.`trail`", Given()], _server.Statements);
        Assert.Equal(TrailColumns.All, _server.Catalog.Columns);
    }

    [Fact]
    public void A_failure_after_the_removal_says_that_the_table_is_gone()
    {
        _server.Catalog.Columns = [("a", "string")];
        _server.Fault = request => request.Operation == "StartQueryExecution" && request.Text.Contains("CREATE EXTERNAL")
            ? LoopbackAnswer.Error(400, "AccessDeniedException", "no") : null;

        var fault = Assert.Throws<TrailSourceException>(() => Create(replace: true)).Fault;

        Assert.Equal(TrailFaultKind.AccessDenied, fault.Kind);
        Assert.Contains("was removed before", fault.Message);
        Assert.NotNull(fault.Remedy);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_database_that_is_missing_is_no_missing_table(bool replace)
    {
        _server.Catalog.Database = "another";

        var fault = Assert.Throws<TrailSourceException>(() => Create(replace)).Fault;

        Assert.Equal(TrailFaultKind.SourceNotFound, fault.Kind);
        Assert.Contains("atabase", fault.Message);
        Assert.Equal(replace ? 1 : 0, _server.Statements.Count);
        Assert.Empty(_server.Catalog.Columns);
    }

    [Theory]
    [InlineData("AccessDeniedException", TrailFaultKind.AccessDenied)]
    [InlineData("EncryptionFailure", TrailFaultKind.ReadFailed)]
    public void A_catalogue_that_does_not_answer_is_no_missing_table(string inner, TrailFaultKind kind)
    {
        _server.Fault = request => request.Operation == "GetTableMetadata"
            ? LoopbackAnswer.Error(400, "MetadataException", $"no (Service: AmazonDataCatalog; Status Code: 400; Error Code: {inner}; Request ID: 1; Proxy: null)")
            : null;

        var fault = Assert.Throws<TrailSourceException>(() => Create()).Fault;

        Assert.Equal(kind, fault.Kind);
        Assert.Empty(_server.Statements);
    }

    [Theory]
    [InlineData("trail")]
    [InlineData("audit.tr-ail")]
    [InlineData("au`dit.trail")]
    public void A_name_that_is_none_is_refused_before_anything_is_asked(string table)
    {
        var fault = Assert.Throws<TrailSourceException>(() =>
            new AwsConnector().AthenaTableStatement(Connection, new TrailAthena { Table = table }, Place(), default)).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains(table, fault.Message);
        Assert.Empty(_bucket.Requests);
        Assert.Empty(_server.Http.Requests);
    }

    private static TrailAthena Asked => new() { Table = "audit.trail" };

    // Athena's endpoint is given; the bucket's is the profile's.
    private TrailConnection Connection
    {
        get
        {
            var file = Path.Combine(_folder, "credentials");
            File.WriteAllText(file, $"[mine]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = secret\nregion = eu-west-1\nendpoint_url = {_bucket.Url}\n");
            return new TrailConnection { ProfileName = "mine", ProfileLocation = file, EndpointUrl = _server.Http.Url.ToString() };
        }
    }

    private static TrailTablePlace Place(string? prefix = null, string[]? accounts = null, string[]? regions = null) =>
        new() { BucketName = "trail", KeyPrefix = prefix, AccountId = accounts ?? [], Region = regions ?? [] };

    private void Put(string key) => _bucket.Content.Put(key, "{}");

    private string Statement(TrailTablePlace place) => new AwsConnector().AthenaTableStatement(Connection, Asked, place, default);

    private string Given() => Statement(Place(accounts: ["111122223333"], regions: ["eu-west-1"]));

    private void Create(bool replace = false) => new AwsConnector().CreateAthenaTable(Connection, Asked, Given(), replace, default);
}
