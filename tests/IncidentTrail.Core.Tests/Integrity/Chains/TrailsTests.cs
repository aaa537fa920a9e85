namespace IncidentTrail.Tests.Integrity.Chains;

/// <summary>Several chains: Regions, accounts, trails, backfill, keys, prefixes and buckets, and windows.</summary>
public sealed class TrailsTests
{
    private static readonly byte[] First = ChainMaker.Pkcs1(ChainMaker.FirstKey);
    private static readonly byte[] Second = ChainMaker.Pkcs1(ChainMaker.SecondKey);

    [Fact]
    public async Task Each_Region_has_keys_of_its_own()
    {
        var made = new ChainMaker().Hours(2);
        var other = new ChainMaker(made.Objects) { Region = "eu-west-1", Key = ChainMaker.SecondKey }.Hours(2);
        var keys = new MadeKeys().With("us-east-2", First).With("eu-west-1", Second);

        var run = await Verdicts.OfBucketAsync(other, keys);

        Assert.Equal((4, 8, true), (run.Summary.Digests.Valid, run.Summary.Logs.Valid, run.Summary.IsIntact));
    }

    [Fact]
    public async Task The_key_of_another_Region_is_not_found()
    {
        var made = new ChainMaker { Region = "eu-west-1" }.Hours(1, logs: 1);

        Assert.Equal("D10T01 KeyNotFound; L1-0 Unvouched", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_key_may_be_rotated_inside_the_window()
    {
        var made = new ChainMaker().Hours(2);
        made.Key = ChainMaker.SecondKey;
        made.Hours(2);

        Assert.True((await Verdicts.OfBucketAsync(made, MadeKeys.Usual.With("us-east-2", Second))).Summary.IsIntact);
        Assert.Equal(
            "D10T03 KeyNotFound; D10T04 KeyNotFound; L3-0 Unvouched; L3-1 Unvouched; L4-0 Unvouched; L4-1 Unvouched",
            (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_key_is_found_by_the_fingerprint_of_either_form(bool named, bool given)
    {
        var made = new ChainMaker { NamesKeyAsSpki = named }.Hours(2);
        var der = given ? ChainMaker.FirstKey.ExportSubjectPublicKeyInfo() : First;

        Assert.True((await Verdicts.OfBucketAsync(made, new MadeKeys().With("us-east-2", der))).Summary.IsIntact);
    }

    [Fact]
    public async Task Without_keys_nothing_is_valid_and_hashes_are_still_checked()
    {
        var made = new ChainMaker().Hours(2, logs: 1);

        var run = await Verdicts.OfAsync(new MadeBucket(made.Objects), null, Verdicts.Scope(made));

        Assert.Equal("D10T01 HashOnly; D10T02 HashOnly; L1-0 HashOnly; L2-0 HashOnly", run.NotValid);
        Assert.False(run.Summary.IsIntact);
    }

    [Fact]
    public async Task Without_keys_a_changed_digest_does_not_fit_its_successor()
    {
        var made = new ChainMaker().Hours(3, logs: 0);
        var place = made.Digests[1].Place;
        made.Objects[place] = made.Objects[place] with { Bytes = Gzip.GzipBytes.Of(made.Digests[1].Json + " ") };

        var run = await Verdicts.OfAsync(new MadeBucket(made.Objects), null, Verdicts.Scope(made));

        Assert.Equal("D10T01 HashOnly; D10T02 HashMismatch; D10T03 HashOnly", run.NotValid);
    }

    [Fact]
    public async Task One_trail_counts_and_the_logs_of_another_are_not_unlisted()
    {
        var made = new ChainMaker { Trail = "audit" }.Hours(2);
        var other = new ChainMaker(made.Objects) { Trail = "audit_all" }.Hours(3);

        var run = await Verdicts.OfAsync(new MadeBucket(made.Objects), MadeKeys.Usual, Verdicts.Scope(made, trail: "audit"));

        Assert.Equal("", run.NotValid);
        Assert.Equal((2, 4), (run.Summary.Digests.Valid, run.Summary.Logs.Valid));
        Assert.DoesNotContain(run.Rows, row => row.Kind == TrailIntegrityKind.Digest && row.TrailName != "audit");
        Assert.Equal(3, other.Digests.Count);
    }

    [Fact]
    public async Task A_digest_of_another_trail_that_is_not_signed_vouches_for_no_log()
    {
        var made = new ChainMaker { Trail = "audit" }.Hours(2);
        var other = new ChainMaker(made.Objects) { Trail = "audit-2" };
        other.Now = other.Now.AddMinutes(3);
        var forged = other.Hour(logs: 1).Place;
        made.Objects[forged] = made.Objects[forged] with { Signature = "00" };

        var run = await Verdicts.OfAsync(new MadeBucket(made.Objects), MadeKeys.Usual, Verdicts.Scope(made, trail: "audit"));

        Assert.Equal(1, run.Summary.Logs.Unlisted);
    }

    [Fact]
    public async Task Backfill_digests_are_a_chain_of_their_own()
    {
        var made = new ChainMaker().Hours(3);
        var late = new ChainMaker(made.Objects) { IsBackfill = true };
        late.Now = late.Now.AddHours(-5);
        late.Hours(2);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal(("", "3 Valid", "2 Valid"), (run.NotValid, $"{run.Summary.Digests}", $"{run.Summary.BackfillDigests}"));
        Assert.Empty(run.Summary.Gaps);
    }

    [Fact]
    public async Task An_organization_has_a_chain_for_each_account()
    {
        var made = new ChainMaker { Organization = "o-exampleorg1/" }.Hours(2);
        var other = new ChainMaker(made.Objects) { Organization = "o-exampleorg1/", Account = "444455556666" }.Hours(2);
        made.Objects.Remove(other.Digests[0].Place);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("D10T01 Missing; L1-0 Unlisted; L1-1 Unlisted", run.NotValid);
        Assert.All(run.Rows.Where(row => row.Status != TrailIntegrityStatus.Valid), row => Assert.Equal("444455556666", row.AccountId));
    }

    [Fact]
    public async Task A_chain_is_followed_into_another_prefix()
    {
        var made = new ChainMaker { Prefix = "old/" }.Hours(3);
        made.Prefix = "new/";
        made.Hours(2);

        var run = await Verdicts.OfAsync(new MadeBucket(made.Objects, prefix: "new/"), MadeKeys.Usual, Verdicts.Scope(made));

        Assert.Equal(("", 15), (run.NotValid, run.Valid));
    }

    [Fact]
    public async Task A_chain_is_followed_into_another_bucket_where_digests_may_be_missing_too()
    {
        var made = new ChainMaker { Bucket = "old-logs" }.Hours(3, logs: 0);
        made.Bucket = "trail-logs";
        made.Hours(2, logs: 0);
        made.Objects.Remove(made.Digests[1].Place);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("D10T02 Missing", run.NotValid);
        var missing = run.Rows.Single(row => row.Status == TrailIntegrityStatus.Missing);
        Assert.Equal(made.Digests[1].Place, (missing.BucketName, missing.Key));
    }

    [Fact]
    public async Task Only_accounts_and_Regions_that_are_asked_for_give_rows()
    {
        var made = new ChainMaker().Hours(2);
        new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(2);
        new ChainMaker(made.Objects) { Account = "444455556666" }.Hours(2);
        var scope = new ScopeOf(made).Only("111122223333", "us-*");

        var run = await Verdicts.OfAsync(new MadeBucket(made.Objects), MadeKeys.Usual, scope);

        Assert.Equal(6, run.Valid);
        Assert.All(run.Rows, row => Assert.Equal(("111122223333", "us-east-2"), (row.AccountId, row.Region)));
    }

    [Fact]
    public async Task Rows_are_the_digests_that_overlap_the_window_and_the_logs_delivered_in_it()
    {
        var made = new ChainMaker().Hours(5);

        // From 01:35 to 03:35; logs of an hour are delivered at 30 and 40 minutes past.
        var run = await Verdicts.OfBucketAsync(
            made, start: ChainMaker.Begin.AddMinutes(78), end: ChainMaker.Begin.AddMinutes(198));

        Assert.Equal(("", "3 Valid", "4 Valid"), (run.NotValid, $"{run.Summary.Digests}", $"{run.Summary.Logs}"));
    }

    [Fact]
    public async Task A_log_of_the_window_may_be_listed_by_the_digest_behind_it()
    {
        var made = new ChainMaker().Hours(2, logs: 0);
        var early = made.Log(made.Now.AddMinutes(-2), "early");
        made.Hour(logs: 0, alsoListed: [early]);

        var run = await Verdicts.OfBucketAsync(made, start: ChainMaker.Begin, end: ChainMaker.Begin.AddHours(2));

        Assert.Equal(("", "2 Valid", "1 Valid"), (run.NotValid, $"{run.Summary.Digests}", $"{run.Summary.Logs}"));
    }
}
