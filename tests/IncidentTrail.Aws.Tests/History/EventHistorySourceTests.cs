using Amazon.Runtime;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Aws.Tests.History;

public sealed class EventHistorySourceTests
{
    internal const string Incidents = "ssm-incidents.amazonaws.com";
    internal const string Contacts = "ssm-contacts.amazonaws.com";

    [Fact]
    public async Task The_sweeps_of_both_services_come_merged_newest_first()
    {
        using var server = new HistoryServer(RecordsOf(230));
        var question = new HistoryQuestion(server);

        var ids = await question.AskAsync(new TrailQuery());

        Assert.Equal(Ids(230), ids);
        Assert.Equal([$"EventSource={Contacts}", $"EventSource={Incidents}"], server.Attributes.Distinct().Order());
        Assert.Contains(question.Verbose, v => v.Contains($"EventSource={Incidents} and {Contacts}"));
        Assert.Contains(question.Verbose, v => v.Contains("Without -StartTime"));
    }

    [Fact]
    public async Task Short_and_empty_pages_with_a_token_go_on()
    {
        using var server = new HistoryServer(RecordsOf(100)) { PageSize = 7, EmptyPages = true };

        Assert.Equal(Ids(100), await new HistoryQuestion(server).AskAsync(new TrailQuery()));
    }

    [Fact]
    public async Task The_window_is_the_same_on_every_page()
    {
        using var server = new HistoryServer(RecordsOf(300));
        var query = new TrailQuery
        {
            StartTimeUtc = HistoryQuestion.Now.UtcDateTime.AddHours(-3), EndTimeUtc = HistoryQuestion.Now.UtcDateTime.AddMilliseconds(-500),
        };

        await new HistoryQuestion(server).AskAsync(query);

        Assert.True(server.Requests.Count > 3);
        Assert.All(server.Requests, r =>
        {
            Assert.Equal(HistoryQuestion.Now.AddHours(-3).ToUnixTimeSeconds(), r.Json.GetProperty("StartTime").GetInt64());
            Assert.Equal(HistoryQuestion.Now.ToUnixTimeSeconds(), r.Json.GetProperty("EndTime").GetInt64());
        });
    }

    [Fact]
    public async Task Several_regions_are_read_and_merged()
    {
        using var server = new HistoryServer(RecordsOf(150, i => i % 3 == 0 ? "eu-west-1" : "us-east-1"));
        var question = new HistoryQuestion(server);

        var ids = await question.AskAsync(new TrailQuery { Region = ["us-east-1", "eu-west-1"] });

        Assert.Equal(Ids(150), ids);
        Assert.Equal(
            [("111122223333", "us-east-1"), ("111122223333", "eu-west-1")],
            question.Reaches.Select(r => (r.AccountId, r.Region)));
        Assert.Empty(question.Warnings);
    }

    [Fact]
    public async Task Without_a_region_the_sessions_is_asked_and_the_others_are_named()
    {
        using var server = new HistoryServer(RecordsOf(10));
        var question = new HistoryQuestion(server);

        Assert.Equal(Ids(10), await question.AskAsync(new TrailQuery()));

        var warning = Assert.Single(question.Warnings);
        Assert.Contains("eu-west-1", warning);
        Assert.Contains(question.Coverage.Sources, s => s.Notes.Contains(warning));
    }

    [Fact]
    public async Task Several_accounts_are_swept_each_with_its_own_credentials_and_merged()
    {
        var records = RecordsOf(40).Select((r, i) => r with { AccountId = i % 2 == 0 ? "111122223333" : "444455556666" });
        using var server = new HistoryServer(records)
        {
            AccountOf = key => key == "AKIAEXAMPLEEXAMPLE01" ? "111122223333" : "444455556666",
        };
        var question = new HistoryQuestion(server)
            .As(new BasicAWSCredentials("AKIAEXAMPLEEXAMPLE01", "secret"), "a")
            .As(new BasicAWSCredentials("AKIAEXAMPLEEXAMPLE02", "secret"), "b");

        Assert.Equal(Ids(40), await question.AskAsync(new TrailQuery()));

        Assert.Equal(4, server.Requests.Count);
        Assert.Equal(["111122223333", "444455556666"], question.Reaches.Select(r => r.AccountId));
    }

    [Fact]
    public async Task A_window_that_begins_before_ninety_days_is_cut_with_a_warning()
    {
        using var server = new HistoryServer(RecordsOf(5));
        var question = new HistoryQuestion(server);

        await question.AskAsync(new TrailQuery { StartTimeUtc = HistoryQuestion.Now.UtcDateTime.AddDays(-200), Region = ["us-east-1"] });

        Assert.Contains("-TrailName", Assert.Single(question.Warnings));
        Assert.All(server.Requests, r => Assert.Equal(
            HistoryQuestion.Now.AddDays(-90).ToUnixTimeSeconds(), r.Json.GetProperty("StartTime").GetInt64()));
    }

    [Fact]
    public async Task A_window_that_ends_before_ninety_days_is_not_asked_at_all()
    {
        using var server = new HistoryServer(RecordsOf(5));
        var question = new HistoryQuestion(server);

        await question.AskAsync(new TrailQuery { EndTimeUtc = HistoryQuestion.Now.UtcDateTime.AddDays(-100), Region = ["us-east-1"] });

        Assert.Empty(server.Requests);
        Assert.Single(question.Warnings);
    }

    [Fact]
    public async Task Who_has_enough_leaves_the_rest_unread()
    {
        using var server = new HistoryServer(RecordsOf(5000));
        var question = new HistoryQuestion(server) { ReadAhead = 1 };

        await question.AskAsync(new TrailQuery(), stopAfter: 5);

        Assert.InRange(server.Requests.Count, 2, 4);
    }

    [Fact]
    public async Task A_small_budget_changes_nothing_in_the_answer()
    {
        using var server = new HistoryServer(RecordsOf(600, i => i < 300 ? "us-east-1" : "eu-west-1"));

        var ids = await new HistoryQuestion(server) { ReadAhead = 1 }
            .AskAsync(new TrailQuery { Region = ["eu-west-1", "us-east-1"] });

        Assert.Equal(Ids(600), ids);
    }

    [Fact]
    public async Task The_coverage_says_how_far_each_region_reaches()
    {
        using var server = new HistoryServer(RecordsOf(10));
        var question = new HistoryQuestion(server);

        await question.AskAsync(new TrailQuery { Region = ["us-east-1", "eu-north-1"] });

        Assert.Equal(
            [("111122223333", "us-east-1", HistoryQuestion.Now.UtcDateTime), ("111122223333", "eu-north-1", null)],
            question.Reaches.Select(r => (r.AccountId!, r.Region!, r.ReachesUtc)));
        Assert.Equal(HistoryQuestion.Now.UtcDateTime.AddSeconds(-9), question.Reaches.First().ReadBackToUtc);
    }

    [Fact]
    public async Task Other_categories_than_management_are_not_asked_for()
    {
        using var server = new HistoryServer(RecordsOf(5));
        var question = new HistoryQuestion(server);

        await question.AskAsync(new TrailQuery { EventCategory = ["Data"], Region = ["us-east-1"] });

        Assert.Empty(server.Requests);
        Assert.Contains("management events only", Assert.Single(question.Warnings));
        Assert.True(Assert.Single(question.Notices, notice => notice.Kind == TrailNoticeKind.Warning).IsOfGap);
    }

    [Theory]
    [InlineData(-200, null)]
    [InlineData(-200, -100)]
    public async Task What_is_older_than_it_reaches_is_lacking_unless_another_source_has_it(int startDay, int? endDay)
    {
        using var server = new HistoryServer(RecordsOf(5));
        var query = new TrailQuery
        {
            StartTimeUtc = HistoryQuestion.Now.UtcDateTime.AddDays(startDay), Region = ["us-east-1"],
            EndTimeUtc = endDay is { } end ? HistoryQuestion.Now.UtcDateTime.AddDays(end) : null,
        };
        var alone = new HistoryQuestion(server);
        var beside = new HistoryQuestion(server) { Fill = new HistoryFill("s3://the-bucket/", TimeSpan.FromHours(1)) };

        await alone.AskAsync(query);
        await beside.AskAsync(query);

        Assert.True(Assert.Single(alone.Notices, notice => notice.Kind == TrailNoticeKind.Warning).IsOfGap);
        Assert.Empty(beside.Warnings);
    }

    [Fact]
    public async Task A_caller_without_a_region_is_a_fault_and_the_others_are_read()
    {
        using var server = new HistoryServer(RecordsOf(5));
        var question = new HistoryQuestion(server)
            .As(new BasicAWSCredentials("AKIAEXAMPLEEXAMPLE01", "secret"), "a")
            .As(new BasicAWSCredentials("AKIAEXAMPLEEXAMPLE02", "secret"), "b", region: null);

        Assert.Equal(Ids(5), await question.AskAsync(new TrailQuery()));

        Assert.StartsWith("b: no Region", Assert.Single(question.Faults).Message);
    }

    [Fact]
    public async Task What_completes_another_source_is_asked_from_where_that_ends()
    {
        using var server = new HistoryServer(RecordsOf(10));
        var question = new HistoryQuestion(server) { Fill = new HistoryFill("s3://the-bucket/", TimeSpan.FromHours(1)) };
        question.Coverage.Open("s3://the-bucket/").Reach("111122223333", "us-east-1").Extend(HistoryQuestion.Now.UtcDateTime.AddHours(-2));

        await question.AskAsync(new TrailQuery { Region = ["us-east-1", "eu-west-1"] });

        Assert.Equal([HistoryQuestion.Now.AddHours(-3).ToUnixTimeSeconds()], Starts("us-east-1"));
        Assert.Equal([null], Starts("eu-west-1"));

        IEnumerable<long?> Starts(string region) => server.Requests.Where(r => r.Region == region && r.Json.TryGetProperty("LookupAttributes", out _))
            .Select(r => r.Json.TryGetProperty("StartTime", out var start) ? (long?)start.GetInt64() : null).Distinct();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_completes_a_bucket_of_another_account_is_asked_for_whole(bool emptyPages)
    {
        using var server = new HistoryServer(RecordsOf(10)) { EmptyPages = emptyPages };
        var question = new HistoryQuestion(server) { Fill = new HistoryFill("s3://the-bucket/", TimeSpan.Zero) };
        question.Coverage.Open("s3://the-bucket/").Reach("444455556666", "us-east-1").Extend(HistoryQuestion.Now.UtcDateTime.AddSeconds(-3));

        Assert.Equal(Ids(10), await question.AskAsync(new TrailQuery()));
    }

    internal static List<HistoryRecord> RecordsOf(int count, Func<int, string>? region = null, int perSecond = 1) =>
    [
        .. Enumerable.Range(0, count).Select(i => new HistoryRecord(
            Id(i), HistoryQuestion.Now.AddSeconds(-(i / perSecond)), "StartIncident", i % 5 == 0 ? Contacts : Incidents)
        {
            Region = region?.Invoke(i) ?? "us-east-1",
        }),
    ];

    internal static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(Id);

    internal static string Id(int i) => $"00000000-0000-4000-8000-{i:D12}";
}
