using System.IO.Compression;
using System.Text;
using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Integrity.Chains;

/// <summary>Chains in a bucket: what is whole, and what was done to logs.</summary>
public sealed class ChainTests
{
    [Fact]
    public async Task A_clean_chain_is_valid_and_intact()
    {
        var run = await Verdicts.OfBucketAsync(new ChainMaker().Hours(4));

        Assert.Equal("", run.NotValid);
        Assert.Equal(("4 Valid", "8 Valid", true), ($"{run.Summary.Digests}", $"{run.Summary.Logs}", run.Summary.IsIntact));
        Assert.Equal((ChainMaker.Begin, ChainMaker.Begin.AddHours(4)), (run.Summary.FoundStartTimeUtc, run.Summary.FoundEndTimeUtc));
    }

    [Fact]
    public async Task Why_keys_cannot_be_had_and_what_follows_are_two_sentences()
    {
        var fault = new TrailFault(TrailFaultKind.Connection, "cloudtrail", "cloudtrail:ListPublicKeys failed: HTTP status 501");

        var run = await Verdicts.OfBucketAsync(new ChainMaker().Hours(1), MadeKeys.Failing(fault));

        Assert.Contains(run.Items, item => item.Notice?.Text.StartsWith("cloudtrail:ListPublicKeys failed: HTTP status 501. Without the public keys of us-east-2 ", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Each_object_is_read_once()
    {
        var made = new ChainMaker().Hours(3);
        var place = new MadeBucket(made.Objects);

        await Verdicts.OfAsync(place, MadeKeys.Usual, Verdicts.Scope(made));

        Assert.Equal(made.Objects.Keys.Select(p => p.Key), place.Opened.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_log_names_the_digest_that_vouches_for_it()
    {
        var made = new ChainMaker().Hours(2, logs: 1);

        var log = (await Verdicts.OfBucketAsync(made)).Rows.Single(row => row.Key == made.Digests[0].Logs[0]);

        Assert.Equal("trail-logs/" + made.Digests[0].Key, log.Digest);
        Assert.Equal(("111122223333", "us-east-2"), (log.AccountId, log.Region));
    }

    [Fact]
    public async Task Hours_without_logs_are_valid() =>
        Assert.True((await Verdicts.OfBucketAsync(new ChainMaker().Hours(3, logs: 0))).Summary.IsIntact);

    [Fact]
    public async Task A_changed_log_does_not_fit_its_hash()
    {
        var made = new ChainMaker().Hours(3);
        Change(made, made.Digests[1].Logs[0], _ => GzipBytes.Of("""{"Records":[]}"""));

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("L2-0 HashMismatch", run.NotValid);
        Assert.False(run.Summary.IsIntact);
    }

    [Fact]
    public async Task A_log_that_is_gone_is_missing()
    {
        var made = new ChainMaker().Hours(3);
        made.Objects.Remove((made.Bucket, made.Digests[1].Logs[1]));

        Assert.Equal("L2-1 Missing", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_log_compressed_anew_is_valid()
    {
        var made = new ChainMaker().Hours(2);
        Change(made, made.Digests[0].Logs[0], bytes => GzipBytes.Stored(Inflate(bytes)));

        Assert.True((await Verdicts.OfBucketAsync(made)).Summary.IsIntact);
    }

    [Fact]
    public async Task An_inflated_log_is_valid()
    {
        var made = new ChainMaker().Hours(2);
        Change(made, made.Digests[0].Logs[0], Inflate);

        Assert.True((await Verdicts.OfBucketAsync(made)).Summary.IsIntact);
    }

    [Fact]
    public async Task A_log_written_anew_as_UTF_16_is_not_what_was_signed()
    {
        var made = new ChainMaker().Hours(1);
        Change(made, made.Digests[0].Logs[0], bytes =>
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Inflate(bytes)))]);

        Assert.Equal("L1-0 InvalidFormat", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("more than one byte of junk")]
    public async Task Bytes_behind_a_log_are_not_what_was_signed(string appended)
    {
        var made = new ChainMaker().Hours(1);
        Change(made, made.Digests[0].Logs[0], bytes => [.. bytes, .. Encoding.UTF8.GetBytes(appended)]);

        Assert.Equal("L1-0 HashMismatch", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_member_behind_a_log_is_not_what_was_signed(bool isEmpty)
    {
        var made = new ChainMaker().Hours(1);
        var second = isEmpty
            ? Convert.FromHexString("1F8B080000000000000303000000000000000000") : GzipBytes.Of("""{"Records":[{"eventID":"smuggled"}]}""");
        Change(made, made.Digests[0].Logs[0], bytes => [.. bytes, .. second]);

        Assert.Equal("L1-0 HashMismatch", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_log_that_is_cut_is_unreadable_and_the_others_go_on()
    {
        var made = new ChainMaker().Hours(2);
        Change(made, made.Digests[1].Logs[0], bytes => bytes[..^12]);
        Change(made, made.Digests[0].Logs[0], _ => []);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("L1-0 Unreadable; L2-0 Unreadable", run.NotValid);
        Assert.Equal(4, run.Valid);
    }

    [Fact]
    public async Task A_log_that_is_no_gzip_any_more_has_no_valid_form()
    {
        var made = new ChainMaker().Hours(1);
        Change(made, made.Digests[0].Logs[0], bytes => [.. bytes[..^8], .. new byte[8]]);
        Change(made, made.Digests[0].Logs[1], _ => "no log at all"u8.ToArray());

        Assert.Equal("L1-0 InvalidFormat; L1-1 InvalidFormat", (await Verdicts.OfBucketAsync(made)).NotValid);
    }

    [Theory]
    [InlineData(TrailFaultKind.AccessDenied)]
    [InlineData(TrailFaultKind.ReadFailed)]
    [InlineData(TrailFaultKind.Connection)]
    public async Task A_log_that_may_not_be_read_is_unreadable_and_says_why(TrailFaultKind kind)
    {
        var made = new ChainMaker().Hours(2);
        var place = (made.Bucket, made.Digests[0].Logs[0]);
        made.Objects[place] = made.Objects[place] with { Fault = kind };

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("L1-0 Unreadable", run.NotValid);
        Assert.Contains($"{kind}", run.Rows.Single(row => row.Status == TrailIntegrityStatus.Unreadable).Reason);
    }

    [Fact]
    public async Task A_log_that_no_digest_lists_is_unlisted()
    {
        var made = new ChainMaker().Hours(3);
        made.Log(ChainMaker.Begin.AddMinutes(70), "extra");

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("Lextra Unlisted", run.NotValid);
        Assert.False(run.Summary.IsIntact);
    }

    [Fact]
    public async Task A_log_delivered_a_moment_ago_is_not_covered_yet_and_leaves_the_rest_intact()
    {
        var made = new ChainMaker().Hours(3);
        made.Log(made.Now.AddMinutes(20), "fresh");

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("Lfresh NotYetCovered", run.NotValid);
        Assert.True(run.Summary.IsIntact);
    }

    [Fact]
    public async Task Logs_of_other_kinds_and_services_are_no_digests_business()
    {
        var made = new ChainMaker().Hours(2);
        made.Log(ChainMaker.Begin.AddMinutes(70), "insight", "CloudTrail-Insight");
        made.Objects[(made.Bucket, "AWSLogs/111122223333/Config/us-east-2/2026/3/10/x.json.gz")] = new StoredObject([1]);

        Assert.True((await Verdicts.OfBucketAsync(made)).Summary.IsIntact);
    }

    [Fact]
    public async Task A_log_listed_twice_is_valid_once()
    {
        var made = new ChainMaker();
        var first = made.Hour();
        made.Hour(alsoListed: [first.Logs[0]]);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.True(run.Summary.IsIntact);
        Assert.Equal(4, run.Summary.Logs.Total);
    }

    [Fact]
    public async Task No_digests_prove_nothing()
    {
        var made = new ChainMaker();
        made.Log(ChainMaker.Begin.AddMinutes(13), "1");
        made.Now = ChainMaker.Begin.AddHours(3);

        var run = await Verdicts.OfBucketAsync(made);

        Assert.Equal("L1 Unlisted", run.NotValid);
        Assert.False(run.Summary.IsIntact);
        Assert.Contains(run.Items, item => item.Notice is { Kind: TrailNoticeKind.Warning });
    }

    [Fact]
    public async Task An_empty_bucket_is_not_intact() =>
        Assert.False((await Verdicts.OfBucketAsync(new ChainMaker())).Summary.IsIntact);

    private static void Change(ChainMaker made, string key, Func<byte[], byte[]> change) =>
        made.Objects[(made.Bucket, key)] = new StoredObject(change(made.Objects[(made.Bucket, key)].Bytes));

    private static byte[] Inflate(byte[] stored)
    {
        using var gzip = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }
}
