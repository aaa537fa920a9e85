namespace IncidentTrail.Aws.Tests.S3;

public sealed class ListingTests
{
    internal static readonly string[] Regions = ["ap-northeast-1", "eu-west-1", "us-east-1"];

    [Theory]
    [InlineData("AWSLogs/")]
    [InlineData("AWSLogs/o-exampleorgid/")]
    [InlineData("o-exampleorgid/AWSLogs/o-exampleorgid/")]
    [InlineData("AWSLogs/", "*")]
    [InlineData("AWSLogs/o-exampleorgid/", "*")]
    [InlineData("o-exampleorgid/AWSLogs/o-exampleorgid/", "*")]
    public async Task A_day_of_a_bucket_of_400_days_costs_three_pages_an_account_and_region(string root, params string[] categories)
    {
        using var server = new BucketServer();
        string[] accounts = ["111122223333", "444455556666"];
        var first = TrailKeys.Utc("2025-01-01 00:00");
        foreach (var account in accounts)
        {
            foreach (var region in Regions)
            {
                for (var minute = first; minute < first.AddDays(400); minute = minute.AddHours(2))
                    server.Content.Put(TrailKeys.Log(minute.ToString("yyyy-MM-dd HH:mm"), account, region, root), "x");
                server.Content.Put(TrailKeys.Log("2025-06-10 03:04", account, region, root, "CloudTrail-Digest"), "x");
            }
        }

        using var question = new BucketQuestion(server);
        await question.ListAsync(new TrailQuery
        {
            StartTimeUtc = TrailKeys.Utc("2025-06-10 00:10"), EndTimeUtc = TrailKeys.Utc("2025-06-11 00:10"), EventCategory = categories,
        });

        var pages = server.Requests.Count(r => r.IsKeyList);
        var folders = server.Requests.Count(r => r.IsFolderList);
        Assert.InRange(pages, 1, accounts.Length * Regions.Length * 3);
        Assert.InRange(folders, 1, 2 + (3 * accounts.Length));
        // From a quarter of an hour before the window to a day behind it.
        Assert.Equal(6 * 25, question.Keys.Count);
        Assert.All(question.Keys, key => Assert.Matches("_202506(1[01]T|12T00)", key));
        Assert.Equal(question.Keys.Order(StringComparer.Ordinal), question.Keys);
        Assert.Equal(pages, question.Coverage.Sources.Single().Facts["KeyPagesListed"]);
    }

    [Fact]
    public async Task Where_an_account_s_folder_may_not_be_listed_each_kind_is()
    {
        using var server = new BucketServer();
        string[] keys = [TrailKeys.Log("2026-01-02 03:04", kind: "CloudTrail-Insight"), TrailKeys.Log("2026-01-02 03:04")];
        foreach (var key in keys)
            server.Content.Put(key, "x");
        server.Answer = r => r.IsFolderList && r.Query("prefix") == "AWSLogs/111122223333/" ? BucketAnswer.Error(403, "AccessDenied") : null;

        using var question = new BucketQuestion(server);
        await question.ListAsync(new TrailQuery { EventCategory = ["*"] });

        Assert.Equal(keys, question.Keys);
        Assert.DoesNotContain(question.Notices, notice => notice.Kind == TrailNoticeKind.Fault);
    }

    [Fact]
    public async Task A_busy_region_costs_three_pages_too()
    {
        using var server = new BucketServer();
        for (var minute = TrailKeys.Utc("2025-06-01 00:00"); minute < TrailKeys.Utc("2025-06-20 00:00"); minute = minute.AddMinutes(2))
            server.Content.Put(TrailKeys.Log(minute.ToString("yyyy-MM-dd HH:mm")), "x");

        using var question = new BucketQuestion(server);
        await question.ListAsync(Window("2025-06-10 12:00", "2025-06-11 12:00"));

        Assert.InRange(server.Requests.Count(r => r.IsKeyList), 1, 3);
        Assert.Equal((48 * 30) + 7, question.Keys.Count);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(7)]
    [InlineData(1)]
    public async Task Pages_of_any_length_give_the_same_keys_in_order(int pageSize)
    {
        using var server = new BucketServer { PageSize = pageSize };
        for (var minute = TrailKeys.Utc("2025-12-20 00:00"); minute < TrailKeys.Utc("2026-01-12 00:00"); minute = minute.AddHours(7))
            server.Content.Put(TrailKeys.Log(minute.ToString("yyyy-MM-dd HH:mm")), "x");

        using var question = new BucketQuestion(server);
        await question.ListAsync();
        using var window = new BucketQuestion(server);
        await window.ListAsync(Window("2025-12-28 00:00", "2026-01-07 00:00"));

        Assert.Equal(79, question.Keys.Count);
        Assert.Equal(question.Keys.Order(StringComparer.Ordinal), question.Keys);
        Assert.Equal(
            question.Keys.Where(k => string.CompareOrdinal(k[^39..], "20251227T2345") >= 0 && string.CompareOrdinal(k[^39..], "20260108T0000") < 0),
            window.Keys);
    }

    [Theory]
    [InlineData(null, "AWSLogs/")]
    [InlineData("", "AWSLogs/")]
    [InlineData("/", "AWSLogs/")]
    [InlineData("my/prefix", "my/prefix/AWSLogs/")]
    [InlineData("/my//prefix/", "my/prefix/AWSLogs/")]
    [InlineData("my/prefix/AWSLogs/", "my/prefix/AWSLogs/")]
    [InlineData("logs/", "logs//AWSLogs/")]
    [InlineData(null, "/AWSLogs/")]
    [InlineData(null, "o-exampleorgid/AWSLogs/o-exampleorgid/")]
    [InlineData("o-exampleorgid", "o-exampleorgid/AWSLogs/o-exampleorgid/")]
    [InlineData(null, "AWSLogs/o-exampleorgid/")]
    [InlineData("archive/AWSLogs", "archive/AWSLogs/AWSLogs/")]
    public async Task Every_layout_is_found_whatever_slashes_the_prefix_has(string? prefix, string root)
    {
        using var server = new BucketServer();
        var key = TrailKeys.Log("2026-01-02 03:04", root: root);
        server.Content.Put(key, "x");

        using var question = new BucketQuestion(server, new TrailBucket { BucketName = "trail", KeyPrefix = prefix });
        await question.ListAsync();

        Assert.Equal([key], question.Keys);
    }

    [Fact]
    public async Task Old_and_new_layout_of_one_bucket_are_both_read()
    {
        using var server = new BucketServer();
        var old = TrailKeys.Log("2025-01-02 03:04");
        var now = TrailKeys.Log("2026-01-02 03:04", root: "AWSLogs/o-exampleorgid/");
        server.Content.Put(old, "x");
        server.Content.Put(now, "x");
        server.Content.Put(TrailKeys.Log("2026-01-02 03:04", root: "AWSLogs/o-another000/"), "x");

        using var all = new BucketQuestion(server);
        await all.ListAsync();
        using var one = new BucketQuestion(server, new TrailBucket { BucketName = "trail", OrganizationId = "o-exampleorgid" });
        await one.ListAsync();

        Assert.Equal(3, all.Keys.Count);
        Assert.Equal([now], one.Keys);
        Assert.Contains(one.Coverage.Sources.Single().Notes, note => note.Contains("o-exampleorgid"));
    }

    [Fact]
    public async Task Insights_and_network_activity_are_read_where_they_are_asked_for_and_nothing_else_ever()
    {
        using var server = new BucketServer();
        foreach (var kind in (string[])["CloudTrail", "CloudTrail-Insight", "CloudTrail-NetworkActivity", "CloudTrail-Digest", "CloudTrail-Aggregated", "Config"])
            server.Content.Put(TrailKeys.Log("2026-01-02 03:04", kind: kind), "x");

        Assert.Equal(["CloudTrail"], await KindsAsync(server));
        Assert.Equal(["CloudTrail-Insight"], await KindsAsync(server, "Insight"));
        Assert.Equal(["CloudTrail-Insight", "CloudTrail-NetworkActivity", "CloudTrail"], await KindsAsync(server, "*"));
        Assert.Equal(["CloudTrail-NetworkActivity", "CloudTrail"], await KindsAsync(server, "Management", "networkactivity"));
    }

    [Fact]
    public async Task Accounts_and_regions_that_are_not_asked_for_are_not_listed()
    {
        using var server = new BucketServer();
        foreach (var region in Regions)
        {
            server.Content.Put(TrailKeys.Log("2026-01-02 03:04", "111122223333", region), "x");
            server.Content.Put(TrailKeys.Log("2026-01-02 03:04", "444455556666", region), "x");
        }

        using var question = new BucketQuestion(server);
        await question.ListAsync(new TrailQuery { AccountId = ["4444*"], Region = ["EU-*", "us-east-1"] });

        Assert.Equal(["eu-west-1", "us-east-1"], question.Keys.Select(k => k.Split('/')[3]));
        Assert.DoesNotContain(server.Requests, r => r.Query("prefix")!.Contains("111122223333"));
        Assert.DoesNotContain(server.Requests, r => r.Query("prefix")!.Contains("ap-northeast-1"));
    }

    [Fact]
    public async Task A_log_that_comes_late_or_across_midnight_is_listed()
    {
        using var server = new BucketServer();
        string[] keys =
        [
            TrailKeys.Log("2026-01-01 23:50", unique: "early"), TrailKeys.Log("2026-01-02 00:41", unique: "late"),
            TrailKeys.Log("2026-01-02 22:59", unique: "day"),
        ];
        foreach (var key in keys)
            server.Content.Put(key, "x");
        server.Content.Put(TrailKeys.Log("2026-01-01 22:40"), "x");
        server.Content.Put(TrailKeys.Log("2026-01-03 01:00"), "x");

        using var question = new BucketQuestion(server);
        await question.ListAsync(Window("2026-01-01 23:00", "2026-01-02 01:00"));
        using var short_ = new BucketQuestion(server);
        await short_.ListAsync(new TrailQuery
        {
            StartTimeUtc = TrailKeys.Utc("2026-01-01 23:00"), EndTimeUtc = TrailKeys.Utc("2026-01-02 00:00"), DeliverySlack = TimeSpan.FromMinutes(30),
        });

        Assert.Equal(keys, question.Keys);
        Assert.Equal(keys[..1], short_.Keys);
        Assert.Contains(short_.Coverage.Sources.Single().Notes, note => note.Contains("2026-01-02 00:30Z") && note.Contains("a slack of 30 min") && note.Contains("-DeliverySlack 30d"));
    }

    private static TrailQuery Window(string start, string end) =>
        new() { StartTimeUtc = TrailKeys.Utc(start), EndTimeUtc = TrailKeys.Utc(end) };

    private static async Task<IEnumerable<string>> KindsAsync(BucketServer server, params string[] categories)
    {
        using var question = new BucketQuestion(server);
        await question.ListAsync(new TrailQuery { EventCategory = categories });
        return question.Keys.Select(key => key.Split('/')[2]);
    }
}
