using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Integrity.Chains;

/// <summary>Chains in a bucket in which digests were changed, moved or cannot be read.</summary>
public sealed class DigestChangeTests
{
    [Fact]
    public async Task An_altered_digest_fails_its_signature_and_vouches_for_nothing()
    {
        var made = new ChainMaker().Hours(4);
        Change(made, made.Digests[1], json => json.Replace("\"awsAccountId\":\"1111", "\"awsAccountId\":\"9999", StringComparison.Ordinal));

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("D10T02 SignatureInvalid; L2-0 Unvouched; L2-1 Unvouched", run.NotValid);
        Assert.Equal(9, run.Valid);
    }

    [Fact]
    public async Task A_changed_log_of_an_altered_digest_is_a_mismatch()
    {
        var made = new ChainMaker().Hours(2);
        Change(made, made.Digests[0], json => json + " ");
        made.Objects[(made.Bucket, made.Digests[0].Logs[0])] = new StoredObject(GzipBytes.Of("""{"Records":[]}"""));

        Assert.Equal(
            "D10T01 SignatureInvalid; L1-0 HashMismatch; L1-1 Unvouched", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task The_log_of_an_altered_digest_that_another_lists_too_is_valid()
    {
        var made = new ChainMaker();
        var first = made.Hour(logs: 1);
        var second = made.Hour(logs: 0, alsoListed: [first.Logs[0]]);
        made.Hours(1);
        Change(made, second, json => json + " ");

        Assert.Equal("D10T02 SignatureInvalid", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_digest_with_bytes_behind_it_is_not_what_was_signed(bool member)
    {
        var made = new ChainMaker().Hours(3);
        var place = made.Digests[1].Place;
        var behind = member ? GzipBytes.Of("{}") : [0];
        made.Objects[place] = made.Objects[place] with { Bytes = [.. made.Objects[place].Bytes, .. behind] };

        Assert.Equal(
            "D10T02 HashMismatch; L2-0 Unvouched; L2-1 Unvouched", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_digest_compressed_anew_is_valid()
    {
        var made = new ChainMaker().Hours(2);
        Restore(made, made.Digests[0], GzipBytes.Stored(System.Text.Encoding.UTF8.GetBytes(made.Digests[0].Json)));

        Assert.True((await Verdicts.OfBucketAsync(made)).Summary.IsIntact);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Records":[]}""")]
    public async Task What_is_no_digest_has_no_valid_form_and_its_logs_are_unlisted(string text)
    {
        var made = new ChainMaker().Hours(3);
        Change(made, made.Digests[1], _ => text);

        Assert.Equal(
            "D10T02 InvalidFormat; L2-0 Unlisted; L2-1 Unlisted", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_digest_whose_signature_is_gone_or_no_signature_is_not_valid()
    {
        var made = new ChainMaker().Hours(3, logs: 0);
        made.Objects[made.Digests[0].Place] = made.Objects[made.Digests[0].Place] with { Signature = null };
        made.Objects[made.Digests[1].Place] = made.Objects[made.Digests[1].Place] with { Signature = "no hex" };

        Assert.Equal("D10T01 SignatureInvalid; D10T02 SignatureInvalid", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_signature_in_capitals_is_a_signature()
    {
        var made = new ChainMaker().Hours(2);
        var place = made.Digests[0].Place;
        made.Objects[place] = made.Objects[place] with { Signature = made.Digests[0].Signature.ToUpperInvariant() };

        Assert.True((await Verdicts.OfBucketAsync(made)).Summary.IsIntact);
    }

    [Theory]
    [InlineData("previousDigestHashValue", "previousDigestHashValue")]
    [InlineData("previousDigestSignature", "previousDigestSignature")]
    public async Task A_digest_that_does_not_fit_its_real_predecessor_is_not_valid(string field, string named)
    {
        var made = new ChainMaker().Hours(2, logs: 0);
        made.Hour(edit: digest => digest[field] = new string('a', digest[field]!.ToString().Length));
        made.Hours(1);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("D10T03 SignatureInvalid; L3-0 Unvouched; L3-1 Unvouched", run.NotValid);
        Assert.Contains(named, run.Rows.Single(row => row.Status == TrailIntegrityStatus.SignatureInvalid).Reason);
    }

    [Fact]
    public async Task The_first_digest_of_the_window_must_fit_the_one_before_it_too()
    {
        var made = new ChainMaker().Hours(2, logs: 0);
        made.Hour(logs: 0, edit: digest => digest["previousDigestHashValue"] = new string('a', 64));
        made.Hours(1, logs: 0);

        Assert.Equal("D10T03 SignatureInvalid", (await Verdicts.OfBucketAsync(made, start: ChainMaker.Begin.AddHours(2.5))).NotValid);
    }

    [Fact]
    public async Task An_altered_predecessor_does_not_refute_the_digest_behind_it()
    {
        var made = new ChainMaker().Hours(3, logs: 0);
        Change(made, made.Digests[0], json => json + " ");

        Assert.Equal("D10T01 SignatureInvalid", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_digest_at_another_place_than_it_says_is_moved_and_missing_where_it_was()
    {
        var made = new ChainMaker().Hours(3);
        var moved = made.Digests[1];
        made.Objects[(moved.Bucket, moved.Key.Replace("/2026/03/10/", "/2026/03/11/", StringComparison.Ordinal))] = made.Objects[moved.Place];
        made.Objects.Remove(moved.Place);

        Assert.Equal(
            "D10T02 Missing; D10T02 Moved; L2-0 Unvouched; L2-1 Unvouched", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task The_newest_digest_at_another_place_is_moved()
    {
        var made = new ChainMaker().Hours(3, logs: 0);
        var moved = made.Digests[2];
        made.Objects[(moved.Bucket, moved.Key.Replace("/2026/03/10/", "/2026/03/11/", StringComparison.Ordinal))] = made.Objects[moved.Place];
        made.Objects.Remove(moved.Place);

        Assert.Equal("D10T03 Moved", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_digest_in_the_place_of_another_is_moved()
    {
        var made = new ChainMaker().Hours(4, logs: 0);
        made.Objects[made.Digests[1].Place] = made.Objects[made.Digests[0].Place];

        Assert.Equal("D10T02 Moved", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_digest_that_may_not_be_read_does_not_break_the_chain_for_the_others(int which)
    {
        var made = new ChainMaker().Hours(3);
        var place = made.Digests[which].Place;
        made.Objects[place] = made.Objects[place] with { Fault = TrailFaultKind.AccessDenied };

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal($"D10T0{which + 1} Unreadable; L{which + 1}-0 Unlisted; L{which + 1}-1 Unlisted", run.NotValid);
        Assert.Equal(6, run.Valid);
    }

    [Fact]
    public async Task A_digest_that_is_cut_is_unreadable()
    {
        var made = new ChainMaker().Hours(3, logs: 0);
        Restore(made, made.Digests[1], made.Objects[made.Digests[1].Place].Bytes[..100]);

        Assert.Equal("D10T02 Unreadable", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    private static void Change(ChainMaker made, MadeDigest digest, Func<string, string> change) =>
        Restore(made, digest, GzipBytes.Of(change(digest.Json)));

    private static void Restore(ChainMaker made, MadeDigest digest, byte[] bytes) =>
        made.Objects[digest.Place] = made.Objects[digest.Place] with { Bytes = bytes };
}
