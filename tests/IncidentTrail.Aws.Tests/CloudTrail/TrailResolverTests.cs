using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.CloudTrail;

namespace IncidentTrail.Aws.Tests.CloudTrail;

public sealed class TrailResolverTests : IDisposable
{
    private readonly TrailServer _server = new();
    private readonly ServiceHttp _http = new();
    private readonly SharedCredentials _credentials = new(new BasicAWSCredentials("AKIAEXAMPLEEXAMPLE01", "secret"));

    public void Dispose()
    {
        _http.Dispose();
        _credentials.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task A_trail_is_found_by_name_among_those_the_region_sees()
    {
        _server.Add("main", "eu-west-1", prefix: "logs/ct");

        var trail = await Resolve("main", "us-east-1");

        Assert.Equal(("the-bucket", "logs/ct"), (trail.BucketName, trail.KeyPrefix));
        Assert.Equal(["DescribeTrails us-east-1", "GetTrailStatus eu-west-1", "GetEventSelectors eu-west-1"], _server.Calls);
        Assert.True(_server.Http.Requests[0].Json.GetProperty("includeShadowTrails").GetBoolean());
        Assert.False(_server.Http.Requests[0].Json.TryGetProperty("trailNameList", out _));
    }

    [Fact]
    public async Task A_single_region_trail_elsewhere_is_found_through_the_list()
    {
        var arn = _server.Add("west", "us-west-2", multiRegion: false);

        var trail = await Resolve("west", "us-east-1");

        Assert.Equal(arn, trail.Trail.Arn);
        Assert.Equal(
            ["DescribeTrails us-east-1", "ListTrails us-east-1", "GetTrail us-west-2", "GetTrailStatus us-west-2", "GetEventSelectors us-west-2"],
            _server.Calls);
    }

    [Fact]
    public async Task A_trail_is_found_by_its_arn_without_a_region()
    {
        var arn = _server.Add("main", "eu-west-1");

        Assert.Equal(arn, (await Resolve(arn, null)).Trail.Arn);
        Assert.Equal("DescribeTrails eu-west-1", _server.Calls.First());
    }

    [Fact]
    public async Task A_name_of_two_trails_is_an_error_that_lists_both()
    {
        var first = _server.Add("main", "eu-west-1");
        var second = _server.Add("main", "us-east-1");

        var fault = await Fails("main", "us-east-1");

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains(first, fault.Message);
        Assert.Contains(second, fault.Message);
        Assert.Equal(second, (await Resolve(second, "us-east-1")).Trail.Arn);
    }

    [Fact]
    public async Task A_trail_that_is_listed_twice_is_one()
    {
        var arn = _server.Add("main", "eu-west-1");
        _server.Add("main", "eu-west-1");

        Assert.Equal(arn, (await Resolve("main", "us-east-1")).Trail.Arn);
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("Main")]
    [InlineData("arn:aws:cloudtrail:eu-west-1:111122223333:trail/absent")]
    public async Task A_trail_that_is_not_there_is_not_found(string name)
    {
        _server.Add("main", "eu-west-1");

        Assert.Equal(TrailFaultKind.SourceNotFound, (await Fails(name, "us-east-1")).Kind);
    }

    [Fact]
    public async Task Who_may_not_list_still_reaches_a_trail_by_arn_at_its_home()
    {
        var arn = _server.Add("main", "eu-west-1", multiRegion: false);
        _server.Denied.Add("DescribeTrails");

        Assert.Equal(arn, (await Resolve(arn, "us-east-1")).Trail.Arn);
        Assert.Equal(TrailFaultKind.AccessDenied, (await Fails("main", "us-east-1")).Kind);
    }

    [Fact]
    public async Task What_is_denied_of_the_state_is_unknown_and_no_error()
    {
        _server.Add("main", "us-east-1");
        _server.Denied.UnionWith(["GetTrailStatus", "GetEventSelectors"]);

        var trail = await Resolve("main", "us-east-1");

        var facts = Facts(trail);
        Assert.Equal("unknown", facts["IsLogging"]);
        Assert.Equal("unknown", facts["ManagementEvents"]);
        Assert.Equal(true, facts["IsMultiRegionTrail"]);
        Assert.Equal(2, trail.Notes.Count);
        Assert.Empty(trail.Standing.Warnings(new TrailQuery()));
    }

    [Fact]
    public async Task The_state_is_stated_as_facts()
    {
        _server.Add("main", "us-east-1", organization: true);

        var trail = await Resolve("main", "us-east-1");

        var facts = Facts(trail);
        Assert.True(trail.IsOrganization);
        Assert.Equal("All", facts["ManagementEvents"]);
        Assert.Equal(true, facts["IsLogging"]);
        Assert.Equal(new DateTime(2026, 3, 1, 12, 0, 0, 500, DateTimeKind.Utc), facts["LatestDeliveryTimeUtc"]);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1_700_000_000), facts["StartLoggingTimeUtc"]);
    }

    private static IReadOnlyDictionary<string, object?> Facts(ResolvedTrail trail)
    {
        var source = new TrailCoverage().Open("trail");
        trail.Standing.StateIn(source);
        return source.Facts;
    }

    private async Task<TrailFault> Fails(string name, string? region) =>
        (await Assert.ThrowsAsync<TrailSourceException>(() => Resolve(name, region))).Fault;

    private Task<ResolvedTrail> Resolve(string name, string? region) =>
        new TrailResolver(Client, region).ResolveAsync(name, CancellationToken.None);

    private CloudTrailClient Client(string region) =>
        new(new JsonClient(JsonService.CloudTrail, region, _credentials, _server.Http.Url, _http));
}
