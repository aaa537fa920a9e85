using IncidentTrail.Sources;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>In which order keys come, and when the first of them do.</summary>
public sealed class ListingOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1024)]
    public async Task A_throttle_limit_changes_neither_what_is_listed_nor_its_order(int limit)
    {
        using var server = new BucketServer { PageSize = 2 };
        string[] keys = [.. from region in ListingTests.Regions.Order(StringComparer.Ordinal) from day in (string[])["01", "02", "03"]
            select TrailKeys.Log($"2026-01-{day} 03:04", region: region)];
        foreach (var key in keys)
            server.Content.Put(key, "x");

        using var question = new BucketQuestion(server);
        await question.ListAsync(new TrailQuery { ThrottleLimit = limit });

        Assert.Equal(keys, question.Keys);
    }

    [Fact]
    public async Task The_first_keys_come_before_the_listing_ends()
    {
        var release = new TaskCompletionSource();
        var isHeld = true;
        using var server = new BucketServer();
        foreach (var region in ListingTests.Regions)
            server.Content.Put(TrailKeys.Log("2026-01-02 03:04", region: region), "x");
        server.Answer = request =>
        {
            if (request.IsKeyList && request.Query("prefix")!.Contains("us-east-1"))
                isHeld &= release.Task.Wait(TimeSpan.FromMinutes(3));
            return null;
        };

        using var question = new BucketQuestion(server);
        var seen = 0;
        await foreach (var item in question.Source.ListAsync(new TrailQuery(), question.Coverage.AccountOf(question.Source).Entry, CancellationToken.None))
        {
            if (item is SourceNotice)
                continue;
            if (++seen == 2)
                release.SetResult();
        }

        Assert.Equal(3, seen);
        Assert.True(isHeld, "The last page was answered before the first keys were seen.");
    }

    [Fact]
    public async Task Named_keys_are_read_in_their_order_and_what_is_no_log_is_skipped()
    {
        using var server = new BucketServer();
        var digest = TrailKeys.Log("2026-01-02 03:04", kind: "CloudTrail-Digest");
        using var question = new BucketQuestion(server, new TrailBucket { BucketName = "trail", Keys = ["b.json.gz", digest, "a.json.gz"] });

        await question.ListAsync();

        Assert.Equal(["b.json.gz", "a.json.gz"], question.Keys);
        Assert.Equal([digest], question.Skipped);
        Assert.Empty(server.Requests);
    }
}
