using Amazon.Runtime;
using IncidentTrail.Aws.Tests.Api;
using static IncidentTrail.Aws.Tests.History.EventHistorySourceTests;

namespace IncidentTrail.Aws.Tests.History;

/// <summary>Faults of Event history: each is said once, and what can be read is.</summary>
public sealed class EventHistoryFaultTests
{
    [Fact]
    public async Task Faults_on_the_way_lose_nothing_and_double_nothing()
    {
        using var server = new HistoryServer(RecordsOf(2000, i => i % 2 == 0 ? "us-east-1" : "eu-west-1"))
        {
            Fault = r => (r.Number % 23) switch
            {
                3 => LoopbackAnswer.Error(400, "ThrottlingException", "Rate exceeded"),
                7 => LoopbackAnswer.Error(500, "InternalFailure", "oops"),
                11 => LoopbackAnswer.NoAnswer,
                15 => LoopbackAnswer.Ok("""{"Events":[{"EventId":"cut""") with { CutAfter = 20 },
                19 => LoopbackAnswer.Error(400, "ExpiredTokenException", "expired"),
                _ => null,
            },
        };
        var question = new HistoryQuestion(server).As(new RenewableCredentials());

        var ids = await question.AskAsync(new TrailQuery { Region = ["us-east-1", "eu-west-1"] });

        Assert.Equal(Ids(2000), ids);
        Assert.Empty(question.Faults);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task An_invalid_token_starts_the_sweep_again_at_the_last_time_without_doubles(int perSecond)
    {
        using var server = new HistoryServer(RecordsOf(400, perSecond: perSecond))
        {
            Fault = r => r.Json.TryGetProperty("NextToken", out _) && r.Number % 4 == 0
                ? LoopbackAnswer.Error(400, "InvalidNextTokenException", "gone")
                : null,
        };

        var question = new HistoryQuestion(server);

        Assert.Equal(Ids(400).Order(), (await question.AskAsync(new TrailQuery())).Order());
        Assert.Contains(question.Verbose, v => v.Contains("starts again"));
        Assert.Contains(server.Requests.Skip(1), r => r.Json.TryGetProperty("EndTime", out _));
    }

    [Fact]
    public async Task A_token_that_is_never_accepted_is_a_fault_and_no_endless_loop()
    {
        using var server = new HistoryServer(RecordsOf(200, perSecond: 200))
        {
            Fault = r => r.Json.TryGetProperty("NextToken", out _) ? LoopbackAnswer.Error(400, "InvalidNextTokenException", "gone") : null,
        };
        var question = new HistoryQuestion(server);

        var ids = await question.AskAsync(new TrailQuery());

        Assert.Equal(50 + 40, ids.Count);
        Assert.Equal(TrailFaultKind.ReadFailed, Assert.Single(question.Faults).Kind);
    }

    [Fact]
    public async Task A_token_that_repeats_is_a_fault_and_no_endless_loop()
    {
        using var server = new HistoryServer([]) { Fault = _ => LoopbackAnswer.Ok("""{"Events":[],"NextToken":"again"}""") };
        var question = new HistoryQuestion(server);

        await question.AskAsync(new TrailQuery());

        Assert.Contains("repeats the token", Assert.Single(question.Faults).Message);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Tokens_that_lead_in_a_circle_are_a_fault_and_no_endless_loop(int circle)
    {
        using var server = new HistoryServer([])
        {
            Fault = r => LoopbackAnswer.Ok($$"""{"Events":[],"NextToken":"{{(r.Json.TryGetProperty("NextToken", out var last) ? (int.Parse(last.GetString()!) + 1) % circle : 0)}}"}"""),
        };
        var question = new HistoryQuestion(server);

        await question.AskAsync(new TrailQuery());

        Assert.Contains("repeats the token", Assert.Single(question.Faults).Message);
        Assert.False(question.Coverage.IsComplete);
    }

    [Theory]
    [InlineData("""[null,{"EventId":"a"}]""")]
    [InlineData("""[{"EventId":"a"},7]""")]
    [InlineData("""[[]]""")]
    public async Task What_is_no_event_in_a_page_is_a_fault_and_not_its_end(string events)
    {
        using var server = new HistoryServer([]) { Fault = _ => LoopbackAnswer.Ok($$"""{"Events":{{events}},"NextToken":"n"}""") };
        var question = new HistoryQuestion(server);

        await question.AskAsync(new TrailQuery());

        Assert.Single(question.Faults);
        Assert.False(question.Coverage.IsComplete);
    }

    [Fact]
    public async Task A_region_that_is_not_enabled_is_one_warning_and_not_the_end()
    {
        using var server = new HistoryServer(RecordsOf(20))
        {
            Fault = r => r.Region == "ap-east-1" ? LoopbackAnswer.Error(400, "UnrecognizedClientException", "The security token included in the request is invalid.") : null,
        };
        var question = new HistoryQuestion(server);

        Assert.Equal(Ids(20), await question.AskAsync(new TrailQuery { Region = ["ap-east-1", "us-east-1"] }));

        Assert.Contains("not enabled", Assert.Single(question.Warnings));
        Assert.Empty(question.Faults);
    }

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("us-east-1", "eu-west-1")]
    public async Task Keys_that_are_deleted_meanwhile_are_a_fault_and_no_region_that_is_not_enabled(params string[] regions)
    {
        using var server = new HistoryServer(RecordsOf(200, i => regions[i % regions.Length]))
        {
            PageSize = 10,
            Fault = r => r.Number > 6 ? LoopbackAnswer.Error(400, "UnrecognizedClientException", "The security token included in the request is invalid.") : null,
        };
        var question = new HistoryQuestion(server);

        Assert.InRange((await question.AskAsync(new TrailQuery { Region = regions })).Count, 1, 60);

        Assert.Equal(TrailFaultKind.Credentials, Assert.Single(question.Faults).Kind);
        Assert.Empty(question.Warnings);
    }

    [Theory]
    [InlineData("UnrecognizedClientException", TrailFaultKind.Credentials)]
    [InlineData("ExpiredTokenException", TrailFaultKind.Credentials)]
    [InlineData("InvalidSignatureException", TrailFaultKind.Credentials)]
    public async Task Credentials_that_no_region_takes_are_one_fault(string code, TrailFaultKind kind)
    {
        using var server = new HistoryServer([]) { Fault = _ => LoopbackAnswer.Error(400, code, "no") };
        var question = new HistoryQuestion(server);

        Assert.Empty(await question.AskAsync(new TrailQuery { Region = ["ap-east-1", "us-east-1"] }));

        var fault = Assert.Single(question.Faults);
        Assert.Equal(kind, fault.Kind);
        Assert.NotNull(fault.Remedy);
        Assert.Empty(question.Warnings);
    }

    [Fact]
    public async Task A_denial_is_a_fault_of_its_region_and_the_others_go_on()
    {
        using var server = new HistoryServer(RecordsOf(20))
        {
            Fault = r => r.Region == "eu-west-1" ? LoopbackAnswer.Error(400, "AccessDeniedException", "User is not authorized to perform: cloudtrail:LookupEvents") : null,
        };
        var question = new HistoryQuestion(server);

        Assert.Equal(Ids(20), await question.AskAsync(new TrailQuery { Region = ["eu-west-1", "us-east-1"] }));

        var fault = Assert.Single(question.Faults);
        Assert.Equal(TrailFaultKind.AccessDenied, fault.Kind);
        Assert.Contains("cloudtrail:LookupEvents", fault.Remedy);
    }
}
