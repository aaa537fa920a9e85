using IncidentTrail.Aws.Athena;
using IncidentTrail.Aws.Tests.Credentials;
using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Sql;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>Where Athena is asked, in which Region, and as whom.</summary>
public sealed class AthenaConnectionTests : IDisposable
{
    private readonly AthenaServer _server = new() { Catalog = { Columns = TrailColumns.All, Keys = TrailColumns.Keys } };
    private readonly ProfileHome _home = new();

    public void Dispose()
    {
        _server.Dispose();
        _home.Dispose();
    }

    [Fact]
    public void Where_no_Region_is_named_nothing_is_asked()
    {
        var fault = Assert.Throws<TrailSourceException>(() => Open(new TrailConnection
        {
            AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "the-secret", EndpointUrl = _server.Http.Url.ToString(),
        })).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("Region", fault.Message);
        Assert.Empty(_server.Http.Requests);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_ATHENA")]
    [InlineData("AWS_ENDPOINT_URL")]
    public void The_environment_names_its_address_and_Region(string variable)
    {
        _home[variable] = _server.Http.Url.ToString();
        _home["AWS_REGION"] = "ap-south-1";

        Open(new TrailConnection { AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "the-secret" });

        Assert.Equal("ap-south-1", Assert.Single(_server.Http.Requests).Region);
    }

    [Fact]
    public void A_role_asks_in_the_callers_place()
    {
        using var roles = new RoleServer();
        _home["AWS_ENDPOINT_URL_STS"] = roles.Url;
        _home["AWS_ENDPOINT_URL_ATHENA"] = _server.Http.Url.ToString();

        Open(new TrailConnection
        {
            AccessKey = "AKIAEXAMPLEEXAMPLE01", SecretKey = "the-secret", SessionRegion = "eu-west-1", RoleArn = "arn:aws:iam::111122223333:role/asks",
        });

        Assert.Equal(RoleServer.KeyOf("asks"), Assert.Single(_server.Http.Requests).AccessKey);
    }

    [Fact]
    public void One_role_lists_the_bucket_and_another_makes_the_table()
    {
        using var roles = new RoleServer();
        using var bucket = new BucketServer();
        bucket.Content.Put(TrailKeys.Log("2026-03-10 14:00"), "{}");
        _home.Config($"""
            [profile mine]
            aws_access_key_id = AKIAEXAMPLEEXAMPLE01
            aws_secret_access_key = the-secret
            region = eu-west-1
            services = lab
            [services lab]
            s3 =
              endpoint_url = {bucket.Url}
            sts =
              endpoint_url = {roles.Url}
            """);
        var connection = new TrailConnection
        {
            ProfileName = "mine", ProfileLocation = _home.ConfigFile, EndpointUrl = _server.Http.Url.ToString(),
            RoleArn = "arn:aws:iam::111122223333:role/asks", BucketRoleArn = "arn:aws:iam::111122223333:role/lists",
        };
        var (connector, asked) = (new AwsConnector(), new TrailAthena { Table = "audit.made" });

        var sql = connector.AthenaTableStatement(connection, asked, new TrailTablePlace { BucketName = "trail" }, default);
        connector.CreateAthenaTable(connection, asked, sql, replace: false, default);

        Assert.All(bucket.Requests, request => Assert.Equal(RoleServer.KeyOf("lists"), request.AccessKey));
        Assert.All(_server.Http.Requests, request => Assert.Equal(RoleServer.KeyOf("asks"), request.AccessKey));
        Assert.Equal("made", _server.Catalog.Table);
    }

    private void Open(TrailConnection connection) =>
        new AthenaSource(AthenaQuestion.Asked(), new TableName("audit", "trail"), _home.Resolve(connection)).Dispose();
}
