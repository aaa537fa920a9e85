using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Integrity;

namespace IncidentTrail.Aws.Tests.Integrity;

/// <summary>Digests and logs in a bucket: what is listed, what is read, and what becomes of what cannot be.</summary>
public sealed class BucketIntegrityTests
{
    [Fact]
    public async Task A_clean_chain_is_valid_and_each_object_is_read_once()
    {
        var made = new ChainMaker().Hours(30);
        using var question = new IntegrityQuestion(made, pageSize: 7);

        var run = await question.AskAsync();

        Assert.Equal((30, 60, "", true), (run.Summary.Digests.Valid, run.Summary.Logs.Valid, run.NotValid, run.Summary.IsIntact));
        Assert.Equal(made.Objects.Keys.Select(place => place.Key).Order(StringComparer.Ordinal), question.Got.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(run.Items, item => item.Notice is { Kind: not TrailNoticeKind.Verbose });
    }

    [Fact]
    public async Task The_bucket_alone_finds_an_organization_s_folder_and_the_accounts_own_beside_it()
    {
        var made = new ChainMaker { Organization = "o-exampleorg1/" }.Hours(2);
        var member = new ChainMaker(made.Objects) { Organization = "o-exampleorg1/", Account = "444455556666" }.Hours(2);
        var own = new ChainMaker(member.Objects) { Account = "777788889999" }.Hours(2);
        using var question = new IntegrityQuestion(own);

        Assert.Equal(6, (await question.AskAsync()).Summary.Digests.Valid);
        Assert.Equal(4, (await question.AskAsync(bucket: new TrailBucket { BucketName = "trail-logs", OrganizationId = "o-exampleorg1" })).Summary.Digests.Valid);
        var scope = new IntegrityScope { AccountId = ["4444*"], NowUtc = Verdicts.Scope(made).NowUtc };
        Assert.Equal(2, (await question.AskAsync(scope)).Summary.Digests.Valid);
    }

    [Theory]
    [InlineData("logs/of/trails")]
    [InlineData("/logs/of/trails/")]
    [InlineData("logs/of/trails/AWSLogs/111122223333/CloudTrail/us-east-2")]
    public async Task A_prefix_is_taken_as_people_type_it(string prefix)
    {
        var made = new ChainMaker { Prefix = "logs/of/trails/" }.Hours(2);
        using var question = new IntegrityQuestion(made);

        Assert.True((await question.AskAsync(bucket: new TrailBucket { BucketName = "trail-logs", KeyPrefix = prefix })).Summary.IsIntact);
    }

    [Fact]
    public async Task Only_the_days_that_the_window_needs_are_listed_and_read()
    {
        var made = new ChainMaker().Hours(24 * 20, logs: 1);
        var other = new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(24);
        using var question = new IntegrityQuestion(other, pageSize: 30);
        var start = ChainMaker.Begin.AddDays(9);
        var scope = new IntegrityScope { StartUtc = start, EndUtc = start.AddHours(2), Region = ["us-*"], NowUtc = Verdicts.Scope(made).NowUtc };

        var run = await question.AskAsync(scope);

        // Those beside the window may list a log of it; the one before them is read for what is said of it, the one behind them for what it says.
        Assert.Equal((2, 2, true), (run.Summary.Digests.Valid, run.Summary.Logs.Valid, run.Summary.IsIntact));
        Assert.InRange(question.Got.Count(key => key.Contains("Digest")), 2, 6);
        Assert.Equal(2, question.Got.Count(key => !key.Contains("Digest")));
        Assert.InRange(question.Lists.Count(request => request.IsKeyList), 2, 4);
        Assert.DoesNotContain(question.Lists, request => request.Query("prefix")!.Contains("eu-west-1"));
    }

    [Fact]
    public async Task The_digest_of_a_window_s_last_minutes_is_in_the_folder_of_the_next_day()
    {
        var made = new ChainMaker().Hours(30);
        using var question = new IntegrityQuestion(made);
        var end = ChainMaker.Begin.Date.AddDays(1);

        var run = await question.AskAsync(Verdicts.Scope(made, end.AddMinutes(-42), end));

        Assert.EndsWith("/11/111122223333_CloudTrail-Digest_us-east-2_audit_trail_us-east-1_20260311T001728Z.json.gz",
            Assert.Single(run.Rows, row => row.Kind == TrailIntegrityKind.Digest).Key);
        Assert.Equal((2, true), (run.Summary.Logs.Valid, run.Summary.IsIntact));
    }

    [Fact]
    public async Task A_chain_is_followed_into_the_prefix_and_the_bucket_it_was_in_before()
    {
        var made = new ChainMaker { Bucket = "old-logs" }.Hours(2);
        (made.Bucket, made.Prefix) = ("trail-logs", "first/");
        made.Hours(2);
        made.Prefix = "second/";
        made.Hours(2);
        using var question = new IntegrityQuestion(made);

        var run = await question.AskAsync(bucket: new TrailBucket { BucketName = "trail-logs", KeyPrefix = "second" });

        Assert.Equal((6, 12, true), (run.Summary.Digests.Valid, run.Summary.Logs.Valid, run.Summary.IsIntact));
    }

    [Theory]
    [InlineData(TrailFaultKind.AccessDenied, "denied")]
    [InlineData(TrailFaultKind.ReadFailed, "archived")]
    public async Task What_may_not_be_read_is_unreadable_and_the_others_are_tested(TrailFaultKind fault, string reason)
    {
        var made = new ChainMaker().Hours(4);
        made.Objects[made.Digests[2].Place] = made.Objects[made.Digests[2].Place] with { Fault = fault };
        var log = ("trail-logs", made.Digests[0].Logs[1]);
        made.Objects[log] = made.Objects[log] with { Fault = fault };
        using var question = new IntegrityQuestion(made);

        var run = await question.AskAsync();

        // Nothing vouches for the logs of the digest that could not be read.
        Assert.Equal("D10T03 Unreadable; L1-1 Unreadable; L3-0 Unlisted; L3-1 Unlisted", run.NotValid);
        Assert.All(run.Rows.Where(row => row.Status == TrailIntegrityStatus.Unreadable), row => Assert.Contains(reason, row.Reason));
    }

    [Fact]
    public async Task What_is_cut_each_time_is_unreadable()
    {
        var made = new ChainMaker().Hours(2);
        using var question = new IntegrityQuestion(made);
        question.Instead = request => request.Place.Key == made.Digests[0].Logs[0]
            ? new BucketAnswer(200, new byte[10]) { Announced = 100, CutAfter = 10 } : null;

        Assert.Equal("L1-0 Unreadable", (await question.AskAsync()).NotValid);
    }

    [Fact]
    public async Task What_is_gone_changed_moved_or_extra_is_said_of_each()
    {
        var made = new ChainMaker().Hours(9, logs: 1);
        made.Objects.Remove(made.Digests[1].Place);
        made.Objects.Remove(("trail-logs", made.Digests[3].Logs[0]));
        made.Objects[("trail-logs", made.Digests[4].Logs[0])] = new StoredObject(GzipBytes.Of("{}"));
        var changed = made.Digests[6];
        made.Objects[changed.Place] = made.Objects[changed.Place] with { Bytes = GzipBytes.Of(changed.Json.Replace("newestEventTime", "newestEventtime")) };
        var moved = made.Digests[8];
        made.Objects[("trail-logs", moved.Key.Replace("T091728Z", "T091729Z"))] = made.Objects[moved.Place];
        made.Objects.Remove(moved.Place);
        made.Log(ChainMaker.Begin.AddHours(2.5), "extra");
        using var question = new IntegrityQuestion(made);

        var run = await question.AskAsync();

        Assert.Equal(
            "D10T02 Missing; D10T07 SignatureInvalid; D10T09 Moved; L2-0 Unlisted; L4-0 Missing; L5-0 HashMismatch; L7-0 Unvouched; L9-0 Unvouched; Lextra Unlisted",
            run.NotValid);
    }

    [Fact]
    public async Task The_newest_log_is_not_covered_yet_and_the_newest_digest_is_missed_in_time()
    {
        var made = new ChainMaker().Hours(3);
        made.Log(made.Now.AddMinutes(20), "new");
        using var question = new IntegrityQuestion(made);

        var run = await question.AskAsync(new IntegrityScope { NowUtc = made.Now.AddMinutes(70) });
        Assert.Equal(("Lnew NotYetCovered", true), (run.NotValid, run.Summary.IsIntact));
        Assert.Equal("D10T04 Missing; Lnew Unlisted", (await question.AskAsync(new IntegrityScope { NowUtc = made.Now.AddHours(3) })).NotValid);
    }

    [Fact]
    public async Task Of_two_trails_whose_names_begin_alike_one_counts()
    {
        var made = new ChainMaker { Trail = "audit" }.Hours(3);
        var other = new ChainMaker(made.Objects) { Trail = "audit_2", Now = ChainMaker.Begin.AddMinutes(11) };
        other.Hours(3, logs: 1);
        using var question = new IntegrityQuestion(other);

        var run = await question.AskAsync(Verdicts.Scope(other, trail: "audit"));

        Assert.Equal((3, 6, true), (run.Summary.Digests.Total, run.Summary.Logs.Total, run.Summary.IsIntact));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_or_may_not_be_listed_is_an_error()
    {
        var made = new ChainMaker().Hours(1);
        using var question = new IntegrityQuestion(made);

        var missing = await Assert.ThrowsAsync<TrailSourceException>(() => question.AskAsync(bucket: new TrailBucket { BucketName = "not-there" }));
        question.Instead = request => request.IsList ? BucketAnswer.Error(403, "AccessDenied") : null;
        var denied = await Assert.ThrowsAsync<TrailSourceException>(() => question.AskAsync());

        Assert.Equal((TrailFaultKind.SourceNotFound, TrailFaultKind.AccessDenied), (missing.Fault.Kind, denied.Fault.Kind));
    }

    [Fact]
    public async Task A_trail_without_digests_is_not_intact_and_its_logs_are_unlisted()
    {
        var made = new ChainMaker();
        made.Log(ChainMaker.Begin, "alone");
        using var question = new IntegrityQuestion(made);

        var run = await question.AskAsync();

        Assert.Equal(("Lalone Unlisted", false), (run.NotValid, run.Summary.IsIntact));
        Assert.Contains(run.Items, item => item.Notice is { Kind: TrailNoticeKind.Warning } warning && warning.Text.Contains("No digest is there") && warning.Text.Contains("CloudTrail-Digest"));
    }

    [Fact]
    public async Task What_a_console_leaves_for_a_folder_is_no_log_and_no_digest()
    {
        var made = new ChainMaker().Hours(2);
        foreach (var folder in new[] { "AWSLogs/111122223333/CloudTrail/", "AWSLogs/111122223333/CloudTrail-Digest/", "AWSLogs/111122223333/CloudTrail/us-east-2/2026/03/10/" })
            made.Objects[("trail-logs", folder)] = new StoredObject([]);
        using var question = new IntegrityQuestion(made);

        var run = await question.AskAsync();

        Assert.True(run.Summary.IsIntact);
        Assert.DoesNotContain(run.Items, item => item.Notice is { Kind: TrailNoticeKind.Warning });
    }

    [Fact]
    public async Task A_Region_that_cannot_be_listed_to_its_end_is_a_fault_and_leaves_the_rest_unproven()
    {
        var made = new ChainMaker().Hours(2);
        var other = new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(2);
        using var question = new IntegrityQuestion(other);
        question.Instead = request => request.IsKeyList && request.Query("prefix")!.Contains("CloudTrail/eu-west-1") ? BucketAnswer.Error(403, "AccessDenied") : null;
        question.Keys.With("eu-west-1", ChainMaker.Pkcs1(ChainMaker.FirstKey), ChainMaker.Begin, ChainMaker.Begin.AddDays(2));

        var run = await question.AskAsync();

        Assert.Equal((4, "", false), (run.Summary.Digests.Valid, run.NotValid, run.Summary.IsIntact));
        Assert.Single(run.Items, item => item.Notice is { Kind: TrailNoticeKind.Fault });
    }
}
