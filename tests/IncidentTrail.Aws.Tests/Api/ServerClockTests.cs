using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>When a service's time explains a refused signature, and that a call is signed anew by it once.</summary>
public sealed class ServerClockTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-239, false)]
    [InlineData(239, false)]
    [InlineData(240, true)]
    [InlineData(-240, true)]
    public void A_difference_that_AWS_accepts_is_not_what_a_refusal_is_about(int seconds, bool isCorrected)
    {
        var clock = new ServerClock(new LeapingClock(s_now));

        Assert.Equal(isCorrected, clock.Correct(s_now.AddSeconds(seconds)));
        Assert.Equal(isCorrected ? s_now.AddSeconds(seconds) : s_now, clock.UtcNow);
    }

    [Fact]
    public async Task A_service_whose_time_leaps_is_not_followed_for_ever()
    {
        using var server = new LoopbackServer(r =>
        {
            var answer = LoopbackAnswer.Error(400, "RequestTimeTooSkewed", "skewed");
            answer.Headers["Date"] = s_now.AddHours(r.Number % 2).ToString("R");
            return r.Number > 5 ? LoopbackAnswer.Ok("{}") : answer;
        });
        using var http = new ServiceHttp();
        var client = new JsonClient(
            JsonService.CloudTrail, "eu-west-1", new SharedCredentials(new Amazon.Runtime.BasicAWSCredentials("AKIA", "s")), server.Url, http,
            schedule: new RetrySchedule { Clock = new LeapingClock(s_now.AddDays(1)) });

        await Assert.ThrowsAsync<IncidentTrail.Aws.Faults.ServiceException>(() => client.CallAsync("LookupEvents", "{}"u8.ToArray(), CancellationToken.None));

        Assert.Equal(2, server.Requests.Count);
    }
}
