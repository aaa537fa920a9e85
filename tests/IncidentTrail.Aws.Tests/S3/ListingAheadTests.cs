namespace IncidentTrail.Aws.Tests.S3;

/// <summary>A trail's Regions are asked for while the account's folders are.</summary>
public sealed class ListingAheadTests
{
    // Asked for behind each other, each level of folders takes as long as the bucket takes to answer.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_trail_s_regions_are_asked_for_before_the_account_has_answered(bool includeDigests)
    {
        using var server = new BucketServer();
        var key = TrailKeys.Log("2026-01-02 03:04");
        server.Content.Put(key, "x");
        using var isAsked = new ManualResetEventSlim();
        server.Answer = request =>
        {
            if (request.IsFolderList && request.Query("prefix") == "AWSLogs/111122223333/CloudTrail/")
                isAsked.Set();
            if (request.IsFolderList && request.Query("prefix") == "AWSLogs/111122223333/")
                Assert.True(isAsked.Wait(TimeSpan.FromSeconds(60)));
            return null;
        };

        using var question = new BucketQuestion(server, new TrailBucket { BucketName = "trail", IncludeDigests = includeDigests });
        await question.ListAsync();

        Assert.Equal([key], question.Keys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("AWSLogs/111122223333/CloudTrail/")]
    public async Task An_account_without_a_trail_s_folder_is_none_and_what_was_asked_ahead_says_nothing(string? refused)
    {
        using var server = new BucketServer();
        server.Content.Put("AWSLogs/111122223333/Config/a.json.gz", "x");
        var key = TrailKeys.Log("2026-01-02 03:04", account: "444455556666");
        server.Content.Put(key, "x");
        server.Answer = request => refused is not null && request.Query("prefix") == refused ? BucketAnswer.Error(403, "AccessDenied") : null;

        using var question = new BucketQuestion(server);
        await question.ListAsync();

        Assert.Equal([key], question.Keys);
        Assert.DoesNotContain(question.Notices, notice => notice.Kind == TrailNoticeKind.Fault);
    }

    [Fact]
    public async Task What_was_asked_ahead_is_not_asked_again_and_other_pages_follow_it()
    {
        using var server = new BucketServer { PageSize = 2 };
        var keys = ListingTests.Regions.Select(region => TrailKeys.Log("2026-01-02 03:04", region: region)).ToList();
        foreach (var key in keys)
            server.Content.Put(key, "x");

        using var question = new BucketQuestion(server);
        await question.ListAsync();

        Assert.Equal(keys, question.Keys);
        var pages = server.Requests.Where(r => r.Query("prefix") == "AWSLogs/111122223333/CloudTrail/").Select(r => r.Query("continuation-token")).ToList();
        Assert.Equal(2, pages.Count);
        Assert.Equal(pages.Distinct(), pages);
    }

    [Fact]
    public async Task A_refusal_of_what_was_asked_ahead_is_told_once_where_the_account_is_refused_too()
    {
        using var server = new BucketServer();
        var key = TrailKeys.Log("2026-01-02 03:04", account: "444455556666");
        server.Content.Put(key, "x");
        server.Content.Put(TrailKeys.Log("2026-01-02 03:04"), "x");
        server.Answer = request => request.Query("prefix")?.StartsWith("AWSLogs/111122223333/", StringComparison.Ordinal) == true
            ? BucketAnswer.Error(403, "AccessDenied") : null;

        using var question = new BucketQuestion(server);
        await question.ListAsync();

        Assert.Equal([key], question.Keys);
        Assert.Single(question.Notices, notice => notice.Kind == TrailNoticeKind.Fault);
        Assert.Single(server.Requests, r => r.Query("prefix") == "AWSLogs/111122223333/CloudTrail/");
    }
}
