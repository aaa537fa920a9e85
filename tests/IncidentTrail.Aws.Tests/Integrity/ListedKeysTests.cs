using IncidentTrail.Tests.Integrity;

namespace IncidentTrail.Aws.Tests.Integrity;

/// <summary>Where public keys come from, how often CloudTrail is asked for them, and what follows where it does not give them.</summary>
public sealed class ListedKeysTests
{
    private static readonly byte[] First = ChainMaker.Pkcs1(ChainMaker.FirstKey);
    private static readonly byte[] Second = ChainMaker.Pkcs1(ChainMaker.SecondKey);

    [Fact]
    public async Task Each_Region_is_asked_once_and_only_for_its_own()
    {
        var made = new ChainMaker().Hours(30);
        var other = new ChainMaker(made.Objects) { Region = "eu-west-1", Key = ChainMaker.SecondKey }.Hours(30);
        using var question = new IntegrityQuestion(other);
        question.Keys.With("eu-west-1", Second, ChainMaker.Begin, ChainMaker.Begin.AddDays(2));

        var run = await question.AskAsync(Verdicts.Scope(other, ChainMaker.Begin.AddHours(2), ChainMaker.Begin.AddHours(20)));

        Assert.True(run.Summary.IsIntact);
        Assert.Equal(["eu-west-1", "us-east-2"], question.AskedForKeys.Select(request => request.Region).Order());
    }

    [Theory]
    [InlineData(-26, -2)]
    [InlineData(3, 5)]
    [InlineData(800, 900)]
    public async Task A_key_is_found_where_its_own_time_is_before_or_behind_the_window(int fromHours, int untilHours)
    {
        var made = new ChainMaker { IsBackfill = true }.Hours(2);
        using var question = new IntegrityQuestion(made)
        {
            Keys = new KeyList().With("us-east-2", First, ChainMaker.Begin.AddHours(fromHours), ChainMaker.Begin.AddHours(untilHours)),
        };

        Assert.True((await question.AskAsync(Verdicts.Scope(made, ChainMaker.Begin, made.Now))).Summary.IsIntact);
    }

    [Fact]
    public async Task Without_a_window_digests_that_are_older_than_what_was_asked_are_asked_for_again()
    {
        var made = new ChainMaker { Now = ChainMaker.Begin.AddDays(-900), Key = ChainMaker.SecondKey };
        made.Hours(1);
        made.Key = ChainMaker.FirstKey;
        made.Restart(24 * 900).Hours(2);
        using var question = new IntegrityQuestion(made);
        question.Keys.With("us-east-2", Second, ChainMaker.Begin.AddDays(-910), ChainMaker.Begin.AddDays(-890));

        var run = await question.AskAsync();

        Assert.Equal((3, 2), (run.Summary.Digests.Valid, question.AskedForKeys.Count));
    }

    [Fact]
    public async Task The_keys_of_a_digest_are_asked_for_also_where_this_machines_clock_is_behind_it()
    {
        var made = new ChainMaker { Now = DateTime.UtcNow.Date.AddDays(3) }.Hours(1);
        using var question = new IntegrityQuestion(made);

        await question.AskAsync();

        Assert.All(question.AskedForKeys, request => Assert.True(
            request.Json.GetProperty("EndTime").GetInt64() > new DateTimeOffset(made.Now).ToUnixTimeSeconds()));
        Assert.NotEmpty(question.AskedForKeys);
    }

    [Fact]
    public async Task A_key_that_is_not_listed_is_asked_for_once()
    {
        var made = new ChainMaker { Key = ChainMaker.SecondKey }.Hours(5, logs: 0);
        using var question = new IntegrityQuestion(made);

        var run = await question.AskAsync(Verdicts.Scope(made, ChainMaker.Begin.AddHours(2), made.Now));

        Assert.Equal((3, 1), (run.Summary.Digests.KeyNotFound, question.AskedForKeys.Count));
    }

    [Fact]
    public async Task Where_keys_are_denied_that_is_one_error_and_nothing_of_the_Region_is_valid()
    {
        var made = new ChainMaker().Hours(3, logs: 1);
        var other = new ChainMaker(made.Objects) { Region = "eu-west-1", Key = ChainMaker.SecondKey }.Hours(3, logs: 1);
        using var question = new IntegrityQuestion(other);
        question.Keys.With("eu-west-1", Second, ChainMaker.Begin, ChainMaker.Begin.AddDays(2)).Denied.Add("us-east-2");

        var run = await question.AskAsync();

        Assert.Equal(TrailFaultKind.AccessDenied, Assert.Single(run.Items, item => item.Notice is { Kind: TrailNoticeKind.Fault }).Notice!.Detail!.Kind);
        Assert.Equal((3, 3, false), (run.Summary.Digests.Valid, run.Summary.Digests.HashOnly, run.Summary.IsIntact));
        Assert.All(run.Rows, row => Assert.Equal(row.Region == "eu-west-1", row.Status == TrailIntegrityStatus.Valid));
    }

    [Fact]
    public async Task Where_there_are_no_keys_that_is_an_error_and_nothing_is_valid()
    {
        var made = new ChainMaker().Hours(2, logs: 1);
        using var question = new IntegrityQuestion(made) { Keys = new KeyList() };

        var run = await question.AskAsync();

        var fault = Assert.Single(run.Items, item => item.Notice is { Kind: TrailNoticeKind.Fault }).Notice!.Detail!;
        Assert.Equal(TrailFaultKind.SourceNotFound, fault.Kind);
        Assert.Contains("-PublicKeyPath", fault.Remedy);
        Assert.Equal((0, 4), (run.Valid, run.Rows.Count(row => row.Status == TrailIntegrityStatus.HashOnly)));
    }

    [Fact]
    public async Task Where_CloudTrail_cannot_be_reached_hashes_are_all_there_is_and_that_is_no_error()
    {
        var made = new ChainMaker().Hours(2, logs: 1);
        using var question = new IntegrityQuestion(made);

        var run = await question.AskAsync(cloudTrail: new Uri("http://127.0.0.1:9"));

        Assert.DoesNotContain(run.Items, item => item.Notice is { Kind: TrailNoticeKind.Fault });
        Assert.Single(run.Items, item => item.Notice is { Kind: TrailNoticeKind.Warning });
        Assert.Equal((0, 4, false), (run.Valid, run.Rows.Count(row => row.Status == TrailIntegrityStatus.HashOnly), run.Summary.IsIntact));
    }
}
