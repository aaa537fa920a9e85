using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Profiles;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>STS and SSO are asked again as often, and as late, as every other service.</summary>
[Collection(AwsEnvironment.Collection)]
public sealed class CredentialAttemptsTests
{
    private readonly LeapingClock _clock = new(DateTimeOffset.UtcNow);
    private readonly List<string> _told = [];

    public static TheoryData<string> Services => ["sts", "sso"];

    public static TheoryData<string, string> ThrottleCodes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var code in (string[])["Throttling", "ThrottlingException", "RequestLimitExceeded", "SlowDown", "KmsThrottled", "KMS.ThrottlingException", "OverLimit"])
                data.Add("sts", code);
            data.Add("sso", "TooManyRequestsException");
            data.Add("sso", "ThrottlingException");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_service_that_is_down_for_a_second_is_waited_for(string service)
    {
        using var aws = new AwsEnvironment(_ => _clock.Passed < TimeSpan.FromSeconds(1) ? new LoopbackAnswer(503, "") : null);

        Assert.StartsWith("ASIA", (await AskAsync(service)).AccessKey);

        Assert.InRange(aws.Server.Requests.Count, 2, 5);
        Assert.Equal(aws.Server.Requests.Count - 1, _told.Count);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_service_that_hangs_up_without_an_answer_is_asked_five_times_in_all(string service)
    {
        var answers = 0;
        using (var aws = new AwsEnvironment(_ => answers++ < 4 ? LoopbackAnswer.NoAnswer : null))
        {
            Assert.StartsWith("ASIA", (await AskAsync(service)).AccessKey);
            Assert.Equal(5, aws.Server.Requests.Count);
        }

        using (var aws = new AwsEnvironment(_ => LoopbackAnswer.NoAnswer))
        {
            var failure = await Assert.ThrowsAsync<TrailSourceException>(() => AskAsync(service));
            Assert.Equal(5, aws.Server.Requests.Count);
            Assert.Equal(TrailFaultKind.Connection, failure.Fault.Kind);
            Assert.Contains("in each of 5 attempts", failure.Fault.Message);
            Assert.NotNull(failure.Fault.Remedy);
        }
    }

    [Theory]
    [MemberData(nameof(ThrottleCodes))]
    public async Task A_service_that_throttles_is_asked_eight_times_in_all(string service, string code)
    {
        LoopbackAnswer Refusal() => service == "sts" ? AwsEnvironment.StsError(400, code) : AwsEnvironment.SsoError(429, code);
        var answers = 0;
        using (var aws = new AwsEnvironment(_ => answers++ < 7 ? Refusal() : null))
        {
            Assert.StartsWith("ASIA", (await AskAsync(service)).AccessKey);
            Assert.Equal(8, aws.Server.Requests.Count);
        }

        using (var aws = new AwsEnvironment(_ => Refusal()))
        {
            var failure = await Assert.ThrowsAsync<TrailSourceException>(() => AskAsync(service));
            Assert.Equal(8, aws.Server.Requests.Count);
            Assert.Equal(TrailFaultKind.Throttled, failure.Fault.Kind);
            Assert.Contains(code, failure.Fault.Message);
        }
    }

    [Fact]
    public async Task A_sign_in_that_must_be_renewed_is_renewed_when_the_service_is_well_again()
    {
        using var aws = new AwsEnvironment(_ => _clock.Passed < TimeSpan.FromSeconds(1) ? new LoopbackAnswer(503, "") : null);

        Assert.Equal("ASIASSO", (await AskAsync("sso", AwsEnvironment.Session)).AccessKey);

        Assert.InRange(aws.Server.Requests.Count(r => r.Target == "/token"), 2, 5);
        Assert.Equal("signed-in", aws.Server.Requests[^1].Headers["x-amz-sso_bearer_token"]);
    }

    [Fact]
    public async Task A_sign_in_that_cannot_be_renewed_for_now_is_no_missing_sign_in()
    {
        using var aws = new AwsEnvironment(_ => new LoopbackAnswer(503, ""));

        var failure = await Assert.ThrowsAsync<TrailSourceException>(() => AskAsync("sso", AwsEnvironment.Session));

        Assert.Equal(TrailFaultKind.Connection, failure.Fault.Kind);
        Assert.Equal(5, aws.Server.Requests.Count);
    }

    [Fact]
    public async Task What_is_refused_is_asked_once()
    {
        using var sts = new AwsEnvironment(_ => AwsEnvironment.StsError(403, "AccessDenied"));
        var denied = await Assert.ThrowsAsync<TrailSourceException>(() => AskAsync("sts"));
        Assert.Equal((TrailFaultKind.AccessDenied, 1), (denied.Fault.Kind, sts.Server.Requests.Count));
        Assert.Contains("trust policy", denied.Fault.Remedy);
        Assert.DoesNotContain("wrong access key", denied.Fault.Remedy);

        using var sso = new AwsEnvironment(_ => AwsEnvironment.SsoError(401, "UnauthorizedException"));
        var signedOut = await Assert.ThrowsAsync<TrailSourceException>(() => AskAsync("sso"));
        Assert.Equal((TrailFaultKind.Credentials, 1), (signedOut.Fault.Kind, sso.Server.Requests.Count));
        Assert.Contains("aws sso login", signedOut.Fault.Remedy);
    }

    [Theory]
    [InlineData("<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code></Error><RequestId>r</RequestId></ErrorResponse>")]
    [InlineData("<ErrorResponse><Error><Code>AccessDenied</Code><Message></Message></Error><RequestId>r</RequestId></ErrorResponse>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>AccessDenied</Code><RequestId>r</RequestId><HostId>h</HostId></Error>")]
    [InlineData("")]
    public async Task A_denial_without_a_word_may_be_of_the_keys_too(string body)
    {
        using var aws = new AwsEnvironment(_ => new LoopbackAnswer(403, body));

        var denied = await Assert.ThrowsAsync<TrailSourceException>(() => AskAsync("sts"));

        Assert.Equal((TrailFaultKind.AccessDenied, 1), (denied.Fault.Kind, aws.Server.Requests.Count));
        Assert.Contains("trust policy", denied.Fault.Remedy);
        Assert.True(denied.Fault.Remedy!.Contains("wrong access key, secret or session token"), denied.Fault.Message);
    }

    [Theory]
    [InlineData("Retry-After", "7")]
    [InlineData("x-amz-retry-after", "7000")]
    public async Task A_service_that_says_how_long_to_wait_is_waited_for(string header, string value)
    {
        var answers = 0;
        using var aws = new AwsEnvironment(_ => answers++ == 0 ? new LoopbackAnswer(503, "") { Headers = { [header] = value } } : null);

        await AskAsync("sts");

        Assert.Equal(TimeSpan.FromSeconds(7), _clock.Passed);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_corrected_by_the_answer()
    {
        var there = DateTimeOffset.UtcNow.AddHours(3);
        using var aws = new AwsEnvironment(r => r.Headers["X-Amz-Date"].StartsWith(there.ToString("yyyyMMdd'T'HH"), StringComparison.Ordinal) ? null
            : AwsEnvironment.StsError(403, "RequestTimeTooSkewed") with { Headers = new() { ["Date"] = there.ToString("R") } });

        Assert.Equal("ASIAROLE", (await AskAsync("sts")).AccessKey);

        Assert.Equal(2, aws.Server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Stopping_ends_a_wait_at_once(string service)
    {
        using var stop = new CancellationTokenSource();
        var clock = new HeldClock();
        using var aws = new AwsEnvironment(_ => new LoopbackAnswer(503, ""));
        var asking = AskAsync(service, schedule: new RetrySchedule { Clock = clock, Stop = stop.Token });
        await clock.FirstWait;

        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Single(aws.Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Stopping_ends_a_request_that_is_not_answered(string service)
    {
        using var stop = new CancellationTokenSource();
        using var aws = new AwsEnvironment(_ =>
        {
            stop.Cancel();
            return LoopbackAnswer.Silence;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(service, schedule: new RetrySchedule { Stop = stop.Token }));

        Assert.Single(aws.Server.Requests);
    }

    private async Task<ImmutableCredentials> AskAsync(string service, string? session = null, RetrySchedule? schedule = null)
    {
        var followed = schedule ?? new RetrySchedule { Clock = _clock, Told = _told.Add };
        var settings = new ServiceSettings(AwsVariables.OfProcess, followed);
        AWSCredentials credentials = service == "sts"
            ? new RoleCredentials(
                new BasicAWSCredentials("AKIACALLER", "secret"), new RoleToAssume("arn:aws:iam::111122223333:role/reader", "test"), "us-east-1",
                settings)
            : new SsoCredentials("work", new SsoRole("111122223333", "Auditor", AwsEnvironment.StartUrl, "us-east-1", session), settings);
        return await credentials.GetCredentialsAsync();
    }
}
