using IncidentTrail.Aws.S3;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>A bucket that was listed before is asked for its folders all at once, and answers as if it had not been.</summary>
public sealed class ListingAgainTests : IDisposable
{
    private const string Root = "AWSLogs/";
    private const string Account = "AWSLogs/111122223333/";
    private const string Other = "AWSLogs/444455556666/";

    private readonly BucketServer _server = new();
    private readonly BucketMemory _memory = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task The_folders_are_asked_for_before_the_first_of_them_has_answered()
    {
        var key = Put("111122223333");
        await ListAsync();
        using var isAsked = new ManualResetEventSlim();
        _server.Answer = request =>
        {
            if (Lists(request, $"{Account}CloudTrail/"))
                isAsked.Set();
            if (Lists(request, Root))
                Assert.True(isAsked.Wait(TimeSpan.FromSeconds(60)));
            return null;
        };

        Assert.Equal([key], (await ListAsync()).Keys);
    }

    [Fact]
    public async Task Each_list_is_asked_for_once_and_signed()
    {
        Put("111122223333");
        Put("444455556666");
        await ListAsync();
        var first = Lists();

        await ListAsync();

        Assert.Equal(first.Order(), Lists()[first.Count..].Order());
        Assert.All(_server.Requests, request => Assert.True(request.IsSigned("secret")));
    }

    [Fact]
    public async Task What_has_come_and_gone_since_is_seen()
    {
        var gone = Put("111122223333");
        await ListAsync();
        _server.Content.Remove(gone);
        var come = Put("444455556666");

        using var again = await ListAsync();

        Assert.Equal([come], again.Keys);
        Assert.DoesNotContain(again.Notices, notice => notice.Kind == TrailNoticeKind.Fault);
    }

    [Fact]
    public async Task A_folder_that_is_refused_now_and_not_gone_through_says_nothing()
    {
        var gone = Put("111122223333");
        var key = Put("444455556666");
        await ListAsync();
        _server.Content.Remove(gone);
        Refuse(Account);

        using var again = await ListAsync();

        Assert.Equal([key], again.Keys);
        Assert.DoesNotContain(again.Notices, notice => notice.Kind == TrailNoticeKind.Fault);
    }

    [Fact]
    public async Task A_folder_that_is_refused_now_is_told_as_at_the_first_time()
    {
        Put("111122223333");
        var key = Put("444455556666");
        await ListAsync();
        Refuse(Account);

        using var again = await ListAsync();
        using var fresh = await ListAsync(memory: new BucketMemory());

        Assert.Equal([key], again.Keys);
        Assert.Equal(Told(fresh), Told(again));
        Assert.Single(again.Notices, notice => notice.Kind == TrailNoticeKind.Fault);
    }

    [Fact]
    public async Task Another_question_asks_for_nothing_that_the_one_before_went_through()
    {
        Put("111122223333");
        var key = Put("444455556666");
        await ListAsync();
        var before = _server.Requests.Count;

        Assert.Equal([key], (await ListAsync(new TrailQuery { AccountId = ["444455556666"] })).Keys);

        Assert.DoesNotContain(_server.Requests.Skip(before), request => request.Query("prefix")!.StartsWith(Account, StringComparison.Ordinal));
        Assert.Contains(_server.Requests.Skip(before), request => request.Query("prefix")!.StartsWith(Other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_asked_for_ends_with_the_listing()
    {
        Put("111122223333");
        await ListAsync();
        _server.Answer = request => Lists(request, Root) ? BucketAnswer.Error(403, "AccessDenied")
            : new BucketAnswer(200, "<ListBucketResult><Name>trail</Name>"u8.ToArray()) { Announced = 1000, Hold = true };

        await Assert.ThrowsAsync<TrailSourceException>(() => ListAsync()).WaitAsync(TimeSpan.FromMinutes(3));
        await _server.WaitForConnectionsAsync(0);
    }

    [Fact]
    public async Task A_bucket_is_asked_where_it_answered_before()
    {
        var key = Put("111122223333");
        _server.Answer = request => request.Region == "eu-west-1" ? null
            : BucketAnswer.Error(400, "AuthorizationHeaderMalformed", more: "<Region>eu-west-1</Region>");
        await ListAsync();
        var before = _server.Requests.Count;

        Assert.Equal([key], (await ListAsync()).Keys);

        Assert.All(_server.Requests.Skip(before), request => Assert.Equal("eu-west-1", request.Region));
    }

    [Fact]
    public async Task A_bucket_that_has_moved_since_is_followed()
    {
        var key = Put("111122223333");
        await ListAsync();
        _server.Answer = request => request.Region == "eu-west-1" ? null
            : BucketAnswer.Error(400, "AuthorizationHeaderMalformed", more: "<Region>eu-west-1</Region>");

        Assert.Equal([key], (await ListAsync()).Keys);
        Assert.Equal([key], (await ListAsync()).Keys);
        var before = _server.Requests.Count;
        Assert.Equal([key], (await ListAsync()).Keys);

        Assert.All(_server.Requests.Skip(before), request => Assert.Equal("eu-west-1", request.Region));
    }

    private string Put(string account)
    {
        var key = TrailKeys.Log("2026-01-02 03:04", account);
        _server.Content.Put(key, "x");
        return key;
    }

    private void Refuse(string folder) => _server.Answer = request =>
        request.Query("prefix")?.StartsWith(folder, StringComparison.Ordinal) == true ? BucketAnswer.Error(403, "AccessDenied") : null;

    private async Task<BucketQuestion> ListAsync(TrailQuery? query = null, BucketMemory? memory = null)
    {
        var question = new BucketQuestion(_server, memory: memory ?? _memory);
        try
        {
            return await question.ListAsync(query);
        }
        finally
        {
            question.Dispose();
        }
    }

    // Each answer has an id of its own.
    private static IEnumerable<(TrailNoticeKind Kind, string?, TrailFaultKind?)> Told(BucketQuestion question) =>
        question.Notices.Select(notice => (notice.Kind, notice.Detail?.Target, notice.Detail?.Kind));

    private static bool Lists(BucketRequest request, string folder) => request.IsFolderList && request.Query("prefix") == folder;

    private List<string> Lists() => [.. _server.Requests.Where(request => request.IsFolderList).Select(request => request.Query("prefix")!)];
}
