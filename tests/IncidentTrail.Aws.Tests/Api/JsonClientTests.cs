using System.Text;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Tests.Api;

public sealed class JsonClientTests : IDisposable
{
    private const string Secret = "wJalrXUtnFEMI/EXAMPLEKEY";

    private readonly ServiceHttp _http = new();
    private readonly LeapingClock _clock = new(DateTimeOffset.UtcNow);
    private readonly List<string> _retries = [];

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_call_is_a_signed_post_with_the_target_of_the_operation()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Ok("""{"a":1}"""));

        var reply = await Call(server, """{"MaxResults":50}""");

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/", request.Target);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.Equal(
            "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", request.Headers["X-Amz-Target"]);
        Assert.Equal("""{"MaxResults":50}""", request.Text);
        Assert.Equal("eu-west-1", request.Region);
        Assert.True(SigV4Check.IsSigned(request, Secret));
        Assert.Equal("""{"a":1}""", Encoding.UTF8.GetString(reply.Body));
        Assert.Equal("req-1", reply.RequestId);
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Ok("{}"));

        await Call(server, credentials: new SessionAWSCredentials("ASIAEXAMPLEEXAMPLE01", Secret, "the-token"));

        var request = Assert.Single(server.Requests);
        Assert.Equal("the-token", request.Headers["x-amz-security-token"]);
        Assert.True(SigV4Check.IsSigned(request, Secret));
    }

    [Theory]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "com.amazonaws.cloudtrail.v20131101#ThrottlingException")]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(500, "InternalFailure")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(400, "com.amazonaws.sqs#KmsThrottled")]
    [InlineData(400, "KMS.ThrottlingException")]
    [InlineData(403, "OverLimit")]
    public async Task What_passes_is_tried_again_and_signed_again(int status, string type)
    {
        using var server = new LoopbackServer(
            r => r.Number < 3 ? LoopbackAnswer.Error(status, type, "Rate exceeded") : LoopbackAnswer.Ok("{}"));

        await Call(server);

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, r => Assert.True(SigV4Check.IsSigned(r, Secret)));
        Assert.Equal(2, _retries.Count);
    }

    [Fact]
    public async Task A_cut_connection_and_a_cut_body_are_tried_again()
    {
        using var server = new LoopbackServer(r => r.Number switch
        {
            1 => LoopbackAnswer.NoAnswer,
            2 => LoopbackAnswer.Ok("""{"Events":[]}""") with { CutAfter = 5 },
            _ => LoopbackAnswer.Ok("{}"),
        });

        var reply = await Call(server);

        Assert.Equal("{}", Encoding.UTF8.GetString(reply.Body));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Throttling_that_does_not_end_is_a_fault_of_its_own()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Error(400, "ThrottlingException", "Rate exceeded"));

        var failure = await Assert.ThrowsAsync<ServiceException>(() => Call(server));

        Assert.Equal(TrailFaultKind.Throttled, failure.Kind);
        Assert.Equal(new RetrySchedule().ThrottledAttempts, server.Requests.Count);
        Assert.Contains("throttled in each of 8 attempts", failure.ToFault().Message);
    }

    [Fact]
    public async Task Nobody_listening_is_a_connection_fault()
    {
        var server = new LoopbackServer(_ => LoopbackAnswer.Ok("{}"));
        server.Dispose();

        var failure = await Assert.ThrowsAsync<ServiceException>(() => Call(server));

        Assert.Equal(TrailFaultKind.Connection, failure.Kind);
        Assert.Null(failure.Code);
    }

    [Theory]
    [InlineData("ExpiredTokenException")]
    [InlineData("ExpiredToken")]
    public async Task Expired_credentials_are_renewed_once_and_the_call_repeated(string type)
    {
        using var server = new LoopbackServer(
            r => r.Number == 1 ? LoopbackAnswer.Error(400, type, "expired") : LoopbackAnswer.Ok("{}"));
        var credentials = new RenewableCredentials();

        await Call(server, credentials: credentials);

        Assert.Equal(["token-1", "token-2"], server.Requests.Select(r => r.Headers["x-amz-security-token"]));
    }

    [Fact]
    public async Task Credentials_that_are_expired_again_after_renewal_are_a_fault()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Error(400, "ExpiredTokenException", "expired"));

        var failure = await Assert.ThrowsAsync<ServiceException>(() => Call(server, credentials: new RenewableCredentials()));

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(TrailFaultKind.Credentials, failure.Kind);
        Assert.Contains("aws sso login", failure.ToFault().Remedy);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_corrected_by_the_answers_date()
    {
        var serverTime = DateTimeOffset.UtcNow.AddMinutes(-17);
        using var server = new LoopbackServer(r =>
        {
            var answer = r.Number == 1
                ? LoopbackAnswer.Error(400, "InvalidSignatureException", "Signature not yet current")
                : LoopbackAnswer.Ok("{}");
            answer.Headers["Date"] = serverTime.ToString("R");
            return answer;
        });

        await Call(server);

        Assert.StartsWith(serverTime.ToString("yyyyMMdd'T'HHmm"), server.Requests[1].Headers["X-Amz-Date"]);
    }

    [Fact]
    public async Task A_wrong_signature_with_a_right_clock_is_not_tried_again()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Error(
            400, "InvalidSignatureException",
            @"The signature does not match.\nThe Canonical String should have been\nx-amz-security-token:the-token"));

        var failure = await Assert.ThrowsAsync<ServiceException>(() => Call(server));

        Assert.Single(server.Requests);
        Assert.Equal(TrailFaultKind.Credentials, failure.Kind);
        Assert.DoesNotContain("the-token", failure.ToString());
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.cloudtrail.v20131101#InvalidNextTokenException","message":"no"}""", null)]
    [InlineData("""{"__type":"InvalidNextTokenException","Message":"no"}""", null)]
    [InlineData("""{"message":"no"}""", "InvalidNextTokenException:http://internal.amazon.com/coral/")]
    [InlineData("<html>no</html>", "com.amazonaws.cloudtrail.v20131101#InvalidNextTokenException")]
    public async Task The_code_is_found_wherever_the_service_puts_it(string body, string? header)
    {
        using var server = new LoopbackServer(_ =>
        {
            var answer = new LoopbackAnswer(400, body);
            if (header is not null)
                answer.Headers["x-amzn-ErrorType"] = header;
            return answer;
        });

        var failure = await Assert.ThrowsAsync<ServiceException>(() => Call(server));

        Assert.Equal("InvalidNextTokenException", failure.Code);
        Assert.Contains("req-1", failure.ToFault().Message);
    }

    [Fact]
    public async Task An_interruption_ends_the_wait_for_an_answer()
    {
        using var answering = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        using var server = new LoopbackServer(_ =>
        {
            answering.Set();
            release.Wait();
            return LoopbackAnswer.Ok("{}");
        });
        using var stop = new CancellationTokenSource();

        var call = Client(server).CallAsync("LookupEvents", "{}"u8.ToArray(), stop.Token);
        answering.Wait();
        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        release.Set();
    }

    private Task<JsonReply> Call(LoopbackServer server, string body = "{}", AWSCredentials? credentials = null) =>
        Client(server, credentials).CallAsync("LookupEvents", Encoding.UTF8.GetBytes(body), CancellationToken.None);

    private JsonClient Client(LoopbackServer server, AWSCredentials? credentials = null) => new(
        JsonService.CloudTrail, "eu-west-1",
        new SharedCredentials(credentials ?? new BasicAWSCredentials("AKIAEXAMPLEEXAMPLE01", Secret)), server.Url, _http,
        schedule: new RetrySchedule { Clock = _clock, Told = _retries.Add });
}
