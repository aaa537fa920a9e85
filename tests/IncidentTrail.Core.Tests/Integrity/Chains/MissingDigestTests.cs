using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Tests.Integrity.Chains;

/// <summary>Chains in a bucket that lack digests, and chains that rightly end.</summary>
public sealed class MissingDigestTests
{
    [Fact]
    public async Task A_digest_that_its_successor_names_is_missing_and_its_logs_are_unlisted()
    {
        var made = Without(new ChainMaker().Hours(4), 1);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("D10T02 Missing; L2-0 Unlisted; L2-1 Unlisted", run.NotValid);
        var missing = run.Rows.Single(row => row.Status == TrailIntegrityStatus.Missing);
        Assert.Equal((made.Digests[1].Key, "trail-logs/" + made.Digests[2].Key), (missing.Key, missing.Digest));
    }

    [Fact]
    public async Task How_far_the_digests_reach_is_said_where_the_newest_and_its_logs_are_gone_before_the_next_is_due()
    {
        var made = new ChainMaker().Hours(4);
        foreach (var log in made.Digests[3].Logs)
            made.Objects.Remove((made.Bucket, log));
        made.Objects.Remove(made.Digests[3].Place);

        var run = await Verdicts.OfAsync(
            new MadeBucket(made.Objects), MadeKeys.Usual, new IntegrityScope { NowUtc = ChainMaker.Begin.AddHours(4).AddMinutes(20) });

        Assert.Equal("", run.NotValid);
        Assert.Equal(ChainMaker.Begin.AddHours(3), run.Summary.CoveredUntilTimeUtc);
        Assert.Contains("digests: 3 Valid, through 2026-03-10 03:17:28Z;", run.Summary.ToString());
    }

    [Fact]
    public async Task Of_several_Regions_it_is_the_one_that_reaches_least_far()
    {
        var made = new ChainMaker().Hours(4);
        _ = new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(2);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal((ChainMaker.Begin.AddHours(2), ChainMaker.Begin.AddHours(4)), (run.Summary.CoveredUntilTimeUtc, run.Summary.FoundEndTimeUtc));
    }

    [Fact]
    public async Task Each_of_several_missing_in_a_row_is_named()
    {
        var made = Without(new ChainMaker().Hours(6, logs: 0), 1, 2, 3);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("D10T02 Missing; D10T03 Missing; D10T04 Missing", run.NotValid);
        Assert.Equal(
            made.Digests.GetRange(1, 3).Select(digest => digest.Key),
            run.Rows.Where(row => row.Status == TrailIntegrityStatus.Missing).Select(row => row.Key!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_over_midnight_is_named_in_the_folder_of_its_day()
    {
        var made = Without(new ChainMaker { Now = ChainMaker.Begin.AddHours(20) }.Hours(6, logs: 0), 2, 3);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("D10T23 Missing; D11T00 Missing", run.NotValid);
        Assert.All(run.Rows.Where(row => row.Status == TrailIntegrityStatus.Missing), row =>
            Assert.Contains(made.Digests, digest => digest.Key == row.Key));
    }

    [Fact]
    public async Task A_digest_missing_behind_one_that_cannot_be_believed_is_named_by_its_hour()
    {
        var made = Without(new ChainMaker().Hours(5, logs: 0), 1);
        var altered = made.Digests[2].Place;
        made.Objects[altered] = made.Objects[altered] with { Signature = "00" };

        Assert.Equal("D10T02 Missing; D10T03 SignatureInvalid", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task The_newest_digest_is_missing_where_now_asks_for_it()
    {
        var made = Without(new ChainMaker().Hours(4), 3);

        Assert.Equal("D10T04 Missing; L4-0 Unlisted; L4-1 Unlisted", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Theory]
    [InlineData(31, "D10T05 Missing")]
    [InlineData(29, "")]
    public async Task The_newest_digest_is_missing_where_the_window_goes_on_for_more_than_half_an_hour(int minutes, string expected)
    {
        var made = new ChainMaker().Hours(4);
        var end = made.Now.AddMinutes(minutes);
        made.Now = made.Now.AddDays(1);

        Assert.Equal(expected, (await Verdicts.OfBucketAsync(made, end: end)).NotValid);
    }

    [Fact]
    public async Task The_digest_of_the_current_hour_need_not_be_there()
    {
        var made = new ChainMaker().Hours(4);

        var run = await Verdicts.OfBucketAsync(made, end: made.Now.AddDays(1));

        Assert.True(run.Summary.IsIntact);
    }

    [Fact]
    public async Task The_oldest_names_one_that_is_gone_and_says_what_to_do_where_no_beginning_was_given()
    {
        var made = Without(new ChainMaker().Hours(4, logs: 0), 0);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("D10T01 Missing", run.NotValid);
        Assert.Contains("-StartTime", run.Rows.Single(row => row.Status == TrailIntegrityStatus.Missing).Reason);
    }

    [Fact]
    public async Task What_was_before_the_window_may_be_gone()
    {
        var made = Without(new ChainMaker().Hours(4, logs: 0), 0, 1);

        Assert.True((await Verdicts.OfBucketAsync(made, start: ChainMaker.Begin.AddHours(2.5))).Summary.IsIntact);
    }

    [Fact]
    public async Task A_gap_between_two_chains_is_told_and_is_not_missing()
    {
        var made = new ChainMaker().Hours(2).Restart(5.25).Hours(2);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal(("", true), (run.NotValid, run.Summary.IsIntact));
        var gap = Assert.Single(run.Summary.Gaps);
        Assert.Equal((ChainMaker.Begin.AddHours(2), ChainMaker.Begin.AddHours(7.25)), (gap.StartTimeUtc, gap.EndTimeUtc));
        Assert.Contains(run.Items, item => item.Notice is { Kind: TrailNoticeKind.Warning } said && said.Text.Contains("us-east-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_in_a_gap_are_unlisted()
    {
        var made = new ChainMaker().Hours(2);
        made.Log(made.Now.AddHours(3), "gap");
        made.Restart(6).Hours(2);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("Lgap Unlisted", run.NotValid);
        Assert.False(run.Summary.IsIntact);
    }

    [Fact]
    public async Task Between_chains_of_another_minute_no_hours_are_made_up()
    {
        var made = Without(new ChainMaker().Hours(2, logs: 0).Restart(3.3).Hours(3, logs: 0), 2);

        // The digest named is missing; whether others were between it and the older chain, nobody knows.
        Assert.Equal("D10T06 Missing", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_final_digest_of_less_than_an_hour_is_valid()
    {
        var made = new ChainMaker().Hours(2);
        made.Hour(logs: 1, edit: digest => digest["digestStartTime"] = "2026-03-10T02:50:00Z");

        Assert.True((await Verdicts.OfBucketAsync(made)).Summary.IsIntact);
    }

    private static ChainMaker Without(ChainMaker made, params int[] digests)
    {
        foreach (var index in digests)
            made.Objects.Remove(made.Digests[index].Place);
        return made;
    }
}
