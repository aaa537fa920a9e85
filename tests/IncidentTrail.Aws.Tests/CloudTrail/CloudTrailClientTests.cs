using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.CloudTrail;

public sealed class CloudTrailClientTests : IDisposable
{
    private readonly ServiceHttp _http = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Public_keys_are_read_over_all_pages()
    {
        using var server = new LoopbackServer(r => LoopbackAnswer.Ok(r.Json.TryGetProperty("NextToken", out _)
            ? """{"PublicKeyList":[{"Value":"BBBB","Fingerprint":"f2","ValidityStartTime":1.7673252E9,"ValidityEndTime":1767411600}]}"""
            : """{"PublicKeyList":[{"Value":"AAAA","Fingerprint":"f1","ValidityStartTime":1767325200.0}],"NextToken":"n"}"""));

        var keys = await Client(server).ListPublicKeysAsync(
            DateTime.UnixEpoch.AddSeconds(10), DateTime.UnixEpoch.AddSeconds(20), CancellationToken.None);

        Assert.Equal(["f1", "f2"], keys.Select(k => k.Fingerprint));
        Assert.Equal(keys[0].ValidityStartTime, keys[1].ValidityStartTime);
        Assert.Equal("""{"StartTime":10,"EndTime":20,"NextToken":"n"}""", server.Requests[1].Text);
    }

    [Fact]
    public async Task An_answer_that_is_not_of_the_documented_form_is_a_fault()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Ok("<html>captive portal</html>"));

        var failure = await Assert.ThrowsAsync<ServiceException>(() => Client(server).ListTrailsAsync(CancellationToken.None));

        Assert.Equal(TrailFaultKind.ReadFailed, failure.Kind);
    }

    [Fact]
    public async Task Tokens_that_lead_in_a_circle_are_a_fault_and_no_endless_loop()
    {
        using var server = new LoopbackServer(r => LoopbackAnswer.Ok($$"""{"NextToken":"{{(r.Text.Contains("odd") ? "even" : "odd")}}"}"""));

        var trails = await Assert.ThrowsAsync<ServiceException>(() => Client(server).ListTrailsAsync(CancellationToken.None));
        var keys = await Assert.ThrowsAsync<ServiceException>(
            () => Client(server).ListPublicKeysAsync(DateTime.UnixEpoch, DateTime.UnixEpoch.AddSeconds(1), CancellationToken.None));

        Assert.Equal((TrailFaultKind.ReadFailed, TrailFaultKind.ReadFailed), (trails.Kind, keys.Kind));
    }

    [Theory]
    [InlineData("""{"Events":[{"EventId":"a","EventTime":1.7673252E9,"Resources":[{"x":[1,2]}],"CloudTrailEvent":"{}"},{"EventTime":"x","EventId":{"a":[1]}},{}],"NextToken":""}""", 3)]
    [InlineData("""{"NextToken":null,"Events":null}""", 0)]
    [InlineData("{}", 0)]
    public async Task A_page_is_read_whatever_its_members_hold(string body, int events)
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Ok(body));

        var page = await Client(server).LookupEventsAsync(new LookupRequest(null, null, null), null, CancellationToken.None);

        Assert.Equal(events, page.Events.Count);
        Assert.Null(page.NextToken);
        Assert.Equal("""{"MaxResults":50}""", server.Requests[0].Text);
    }

    private CloudTrailClient Client(LoopbackServer server) => new(new JsonClient(
        JsonService.CloudTrail, "us-east-1", new SharedCredentials(new BasicAWSCredentials("AKIAEXAMPLEEXAMPLE01", "secret")),
        server.Url, _http));
}
