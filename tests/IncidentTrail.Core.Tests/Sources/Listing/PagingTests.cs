using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Tests.Sources.Listing;

/// <summary>Lists that a server would have followed without end, or out of the place that was asked for.</summary>
public sealed class PagingTests
{
    private const string Prefix = "AWSLogs/111122223333/";

    [Theory]
    [InlineData("CloudTrail/b")]
    [InlineData("CloudTrail/b", "CloudTrail/a")]
    public async Task Pages_that_bring_no_later_key_under_ever_new_tokens_are_an_error(params string[] inTurn)
    {
        var lister = new MadeLister(asked => Page(asked, key: Prefix + inTurn[asked % inTurn.Length]));

        var fault = await FaultAsync(lister, folders: false);

        Assert.Equal("The list of trail-logs/AWSLogs/111122223333/ does not end: the bucket answers with pages that it has answered before.", fault.Message);
        Assert.Equal(2, lister.Asked);
        Assert.Equal(EngineRemedies.ListWrong, fault.Remedy);
    }

    [Fact]
    public async Task The_same_folder_under_ever_new_tokens_is_an_error()
    {
        var lister = new MadeLister(asked => Page(asked, folder: Prefix + "CloudTrail/"));

        Assert.Contains("does not end", (await FaultAsync(lister, folders: true)).Message);
    }

    [Fact]
    public async Task Empty_pages_are_followed_and_not_without_end()
    {
        var lister = new MadeLister(asked => Page(asked));

        var fault = await FaultAsync(lister, folders: false);

        Assert.Equal("The list of trail-logs/AWSLogs/111122223333/ does not end: 1,000 pages in turn are empty, and the bucket says that more follows.", fault.Message);
        Assert.Equal(EngineLimits.EmptyPagesInTurn, lister.Asked);
    }

    [Fact]
    public async Task Keys_behind_empty_pages_are_found()
    {
        var lister = new MadeLister(asked => asked < 900 ? Page(asked) : Page(asked, key: Prefix + "z") with { Continuation = null });

        Assert.Equal(901, await CountAsync(lister, folders: false));
    }

    [Theory]
    [InlineData("elsewhere/", true)]
    [InlineData("AWSLogs/", true)]
    [InlineData(Prefix, true)]
    [InlineData(Prefix + "no-slash", true)]
    [InlineData("elsewhere/key", false)]
    public async Task What_lies_outside_the_prefix_is_an_error(string name, bool isFolder)
    {
        var lister = new MadeLister(asked => isFolder ? Page(asked, folder: name) : Page(asked, key: name));

        var fault = await FaultAsync(lister, isFolder);

        Assert.Equal($"The list of trail-logs/AWSLogs/111122223333/ holds '{name}', which was not asked for.", fault.Message);
    }

    [Fact]
    public async Task Keys_come_in_the_order_of_UTF8_and_not_of_UTF16()
    {
        string[] keys = [Prefix + "\uFF21", Prefix + "\U0001F600"];
        var lister = new MadeLister(asked => Page(asked, key: keys[asked]) with { Continuation = asked == 0 ? "1" : null });

        Assert.Equal(2, await CountAsync(lister, folders: false));
    }

    [Fact]
    public async Task Pages_in_another_order_than_that_of_keys_are_all_given_and_then_an_error()
    {
        // As fauxqs 2.4.1 gives them, which leaves BcDe out without a word (findings/fauxqs-pages-leave-keys-out.sh).
        var lister = new MadeLister(asked => asked == 0 ? Keys("aBcD", "AbCd") with { Continuation = "AbCd" } : Keys("aBcD", "bCdE"));
        var given = new List<string>();

        var failure = await Assert.ThrowsAsync<TrailSourceException>(() => GivenAsync(lister, given));

        Assert.Equal(["aBcD", "AbCd", "aBcD", "bCdE"], given);
        Assert.Equal(
            "The list of trail-logs/AWSLogs/111122223333/ is not in the order of its keys, as before 'AWSLogs/111122223333/AbCd': "
            + "some may be missing where a page ends.", failure.Fault.Message);
        Assert.Equal(EngineRemedies.ListWrong, failure.Fault.Remedy);
    }

    [Theory]
    [InlineData("b", "c")]
    [InlineData("b", "e")]
    public async Task Pages_that_are_each_in_order_and_follow_in_another_are_an_error(params string[] second)
    {
        var lister = new MadeLister(asked => asked == 0 ? Keys("a", "d") with { Continuation = "d" } : Keys(second));

        var failure = await Assert.ThrowsAsync<TrailSourceException>(() => GivenAsync(lister, []));

        Assert.Contains("is not in the order of its keys, as before 'AWSLogs/111122223333/b'", failure.Fault.Message);
    }

    [Fact]
    public async Task A_page_may_begin_with_the_key_that_the_one_before_ended_with()
    {
        var lister = new MadeLister(asked => asked == 0 ? Keys("a", "b") with { Continuation = "b" } : Keys("b", "c"));

        Assert.Equal(2, await CountAsync(lister, folders: false));
    }

    [Fact]
    public async Task One_page_in_another_order_lacks_nothing()
    {
        var lister = new MadeLister(_ => Keys("aBcD", "AbCd", "bCdE", "BcDe"));

        Assert.Equal(1, await CountAsync(lister, folders: false));
    }

    [Fact]
    public async Task Pages_in_another_order_are_not_followed_without_end()
    {
        var lister = new MadeLister(asked => Keys("b", "a", $"{asked % 3}") with { Continuation = $"token {asked}" });

        Assert.Contains("does not end", (await FaultAsync(lister, folders: false)).Message);
    }

    private static KeyPage Keys(params string[] names) => new([.. names.Select(name => new ListedKey(Prefix + name, 1, null, null, null))], [], null);

    private static async Task GivenAsync(MadeLister lister, List<string> given)
    {
        await foreach (var page in Paging.PagesAsync(lister, new KeyPageRequest(Prefix), CancellationToken.None))
            given.AddRange(page.Keys.Select(key => key.Key[Prefix.Length..]));
    }

    private static KeyPage Page(int asked, string? key = null, string? folder = null) => new(
        key is null ? [] : [new ListedKey(key, 1, null, null, null, null)], folder is null ? [] : [folder], $"token {asked}");

    private static async Task<TrailFault> FaultAsync(MadeLister lister, bool folders) =>
        (await Assert.ThrowsAsync<TrailSourceException>(() => CountAsync(lister, folders))).Fault;

    private static async Task<int> CountAsync(MadeLister lister, bool folders)
    {
        var count = 0;
        await foreach (var _ in Paging.PagesAsync(lister, new KeyPageRequest(Prefix, folders), CancellationToken.None))
            count++;
        return count;
    }

    /// <summary>Answers each request by its number, and fails the test that asks without end.</summary>
    private sealed class MadeLister(Func<int, KeyPage> answer) : IKeyLister
    {
        public string Bucket => "trail-logs";

        public int Asked { get; private set; }

        public Task<KeyPage> ListAsync(KeyPageRequest request, CancellationToken token) =>
            Asked < 2000 ? Task.FromResult(answer(Asked++)) : throw new InvalidOperationException("Asked without end.");
    }
}
