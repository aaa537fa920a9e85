using IncidentTrail.Aws.Tests.S3;

namespace IncidentTrail.Aws.Tests.Athena;

/// <summary>Over which accounts and Regions a table is made: those that a bucket on loopback holds, or those that are given.</summary>
public sealed class TableFoldersTests : IDisposable
{
    private readonly TableQuestion _table = new();

    public void Dispose() => _table.Dispose();

    [Fact]
    public void Accounts_and_Regions_are_found_by_listing_folders_alone()
    {
        _table.Put(TrailKeys.Log("2026-03-10 14:00", "111122223333", "us-east-1", "logs/AWSLogs/"));
        _table.Put(TrailKeys.Log("2026-03-10 14:00", "111122223333", "eu-west-1", "logs/AWSLogs/"));
        _table.Put(TrailKeys.Log("2026-03-10 14:00", "012345678901", "eu-west-1", "logs/AWSLogs/"));
        _table.Put("logs/AWSLogs/111122223333/CloudTrail/2026/a.json.gz");
        _table.Put("logs/AWSLogs/111122223333/Config/ap-south-1/2026/a.json.gz");

        var sql = _table.Statement(TableQuestion.Place(prefix: "logs/"));

        Assert.Contains("'projection.account.values'='012345678901,111122223333'", sql);
        Assert.Contains("'projection.region.values'='eu-west-1,us-east-1'", sql);
        Assert.Contains("LOCATION 's3://trail/logs/AWSLogs/'", sql);
        Assert.All(_table.Bucket.Requests, request => Assert.Equal("/", request.Query("delimiter")));
        Assert.Empty(_table.Server.Http.Requests);
    }

    [Fact]
    public void The_only_organization_of_a_bucket_is_found()
    {
        _table.Put(TrailKeys.Log("2026-03-10 14:00", "111122223333", "us-east-1", "AWSLogs/o-exampleorgid/"));

        var sql = _table.Statement(TableQuestion.Place());

        Assert.Contains("LOCATION 's3://trail/AWSLogs/o-exampleorgid/'", sql);
        Assert.Contains("'storage.location.template'='s3://trail/AWSLogs/o-exampleorgid/${account}/CloudTrail/${region}/${date}/'", sql);
        Assert.Contains("'projection.account.values'='111122223333'", sql);
    }

    [Theory]
    [InlineData("AWSLogs/", "AWSLogs/o-another0/")]
    [InlineData("AWSLogs/o-another0/", "AWSLogs/o-another1/")]
    public void A_bucket_of_several_trails_asks_which_is_meant(string first, string second)
    {
        _table.Put(TrailKeys.Log("2026-03-10 14:00", "111122223333", "us-east-1", first));
        _table.Put(TrailKeys.Log("2026-03-10 14:00", "444455556666", "eu-west-1", second));

        var fault = Assert.Throws<TrailSourceException>(() => _table.Statement(TableQuestion.Place())).Fault;

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("o-another0", fault.Message);
        Assert.Contains("-OrganizationId", fault.Remedy);
        Assert.Contains("'444455556666'", _table.Statement(TableQuestion.Place(prefix: second)));
    }

    [Fact]
    public void Wildcards_choose_of_what_is_listed()
    {
        foreach (var (account, region) in new[] { ("111122223333", "us-east-1"), ("111122223333", "eu-west-1"), ("444455556666", "eu-west-1") })
            _table.Put(TrailKeys.Log("2026-03-10 14:00", account, region));

        var sql = _table.Statement(TableQuestion.Place(accounts: ["1111*"], regions: ["eu-*"]));

        Assert.Contains("'projection.account.values'='111122223333'", sql);
        Assert.Contains("'projection.region.values'='eu-west-1'", sql);
    }

    [Fact]
    public void What_is_given_is_taken_as_it_is_and_nothing_is_listed()
    {
        var sql = _table.Statement(TableQuestion.Place(accounts: ["012345678901"], regions: ["eu-west-1", "eu-west-1"]));

        Assert.Contains("'projection.account.values'='012345678901'", sql);
        Assert.Contains("'projection.region.values'='eu-west-1'", sql);
        Assert.Empty(_table.Bucket.Requests);
        Assert.Empty(_table.Server.Http.Requests);
    }

    [Fact]
    public void A_bucket_without_such_folders_is_one_fault()
    {
        _table.Put("other/a.txt");

        var fault = Assert.Throws<TrailSourceException>(() => _table.Statement(TableQuestion.Place())).Fault;

        Assert.Equal(TrailFaultKind.SourceNotFound, fault.Kind);
        Assert.Contains("s3://trail/AWSLogs/", fault.Message);
        Assert.Contains("-AccountId", fault.Remedy);
    }

    [Fact]
    public void A_bucket_that_may_not_be_listed_is_one_fault()
    {
        _table.Bucket.Answer = _ => BucketAnswer.Error(403, "AccessDenied", "no");

        Assert.Equal(TrailFaultKind.AccessDenied, Assert.Throws<TrailSourceException>(() => _table.Statement(TableQuestion.Place())).Fault.Kind);
    }
}
