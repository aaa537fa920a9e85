using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Tests.Integrity;

/// <summary>Names that somebody who may write to a bucket gives to what he lays there, and names of what is not there.</summary>
public sealed class MadeUpNamesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(365)]
    [InlineData(2_900_000)]
    public async Task A_log_that_was_delivered_at_a_time_yet_to_come_is_unlisted(int days)
    {
        var made = new ChainMaker().Hours(2);
        made.Log(made.Now.AddDays(days), "forged");

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("Lforged Unlisted", run.NotValid);
        Assert.False(run.Summary.IsIntact);
        Assert.EndsWith("a time that is yet to come.", Assert.Single(run.Rows, row => row.Reason is not null).Reason);
    }

    [Theory]
    [InlineData("20990101T001728Z")]
    [InlineData("99991231T231728Z")]
    public async Task A_digest_named_for_a_time_yet_to_come_hides_no_missing_one_and_makes_none_up(string end)
    {
        var made = new ChainMaker().Hours(4);
        Forge(made, made.Digests[3].Key, end);
        made.Objects.Remove(made.Digests[3].Place);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Contains(run.Rows, row => row.Status == TrailIntegrityStatus.Missing && row.EndTimeUtc == made.Now);
        Assert.Single(run.Rows, row => row.Status == TrailIntegrityStatus.Missing);
        Assert.Contains(run.Rows, row => row.Status == TrailIntegrityStatus.InvalidFormat);
    }

    [Theory]
    [InlineData("20140101T001728Z")]
    [InlineData("00010101T001728Z")]
    public async Task A_digest_named_for_a_year_before_there_were_any_makes_no_missing_ones_up(string end)
    {
        var made = new ChainMaker().Hours(4);
        Forge(made, made.Digests[0].Key, end);
        made.Objects.Remove(made.Digests[0].Place);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Single(run.Rows, row => row.Status == TrailIntegrityStatus.Missing);
        Assert.Contains(run.Rows, row => row.Status == TrailIntegrityStatus.InvalidFormat);
    }

    [Theory]
    [InlineData("111122223333", "eu-west-1", "us-east-2")]
    [InlineData("444455556666", "us-east-2", "111122223333")]
    public async Task Of_several_that_are_asked_for_by_name_one_without_a_digest_leaves_the_rest_unproven(string account, string region, string there)
    {
        var made = new ChainMaker().Hours(2);
        IntegrityScope Scope(string[] accounts, string[] regions) =>
            new() { AccountId = accounts, Region = regions, NowUtc = Verdicts.Scope(made).NowUtc };

        var gone = await Verdicts.OfAsync(
            new MadeBucket(made.Objects), MadeKeys.Usual, Scope(["111122223333", account], ["us-east-2", region]));
        var wild = await Verdicts.OfAsync(
            new MadeBucket(made.Objects), MadeKeys.Usual, Scope(["1111*", "4444*"], ["us-*", "eu-*"]));

        Assert.False(gone.Summary.IsIntact);
        var said = Assert.Single(gone.Items, item => item.Notice is not null).Notice!.Text;
        Assert.Contains(account == "111122223333" ? region : account, said, StringComparison.Ordinal);
        Assert.DoesNotContain(there, said, StringComparison.Ordinal);
        Assert.True(wild.Summary.IsIntact);
    }

    private static void Forge(ChainMaker made, string like, string end)
    {
        var at = like.LastIndexOf("202603", StringComparison.Ordinal);
        made.Objects[(made.Bucket, like[..at] + end + like[(at + end.Length)..])] = new StoredObject("{}"u8.ToArray(), "00");
    }
}
