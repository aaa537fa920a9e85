using System.Text.Json.Nodes;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Tests.Integrity.Chains;

/// <summary>Digests that somebody made to mislead a test of a trail, or to keep it from its end.</summary>
public sealed class HostileChainTests
{
    [Fact]
    public async Task Two_logs_in_each_others_place_are_neither_valid()
    {
        var made = new ChainMaker().Hours(3);
        var (one, other) = ((made.Bucket, made.Digests[0].Logs[1]), (made.Bucket, made.Digests[2].Logs[0]));
        (made.Objects[one], made.Objects[other]) = (made.Objects[other], made.Objects[one]);

        Assert.Equal("L1-1 HashMismatch; L3-0 HashMismatch", (await TestAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_chain_that_leads_back_into_itself_comes_to_an_end()
    {
        var made = new ChainMaker().Hours(2);
        var ahead = new ChainMaker().Hours(4).Digests[3].Key;
        made.Hour(edit: digest => digest["previousDigestS3Object"] = ahead);
        made.Hours(2);

        var run = await TestAsync(made);

        // Each once, however often it is come by.
        Assert.Equal(15, run.Rows.Select(row => row.Location).Distinct().Count());
        Assert.Equal(15, run.Rows.Count);
    }

    [Fact]
    public async Task A_digest_that_names_itself_as_its_predecessor_comes_to_an_end()
    {
        var made = new ChainMaker().Hours(2);
        made.Hour(edit: digest => digest["previousDigestS3Object"] = digest["digestS3Object"]!.ToString());
        made.Hours(1);

        var run = await TestAsync(made);

        Assert.Equal(12, run.Rows.Select(row => row.Location).Distinct().Count());
        Assert.Equal(12, run.Rows.Count);
    }

    [Fact]
    public async Task Numbers_in_the_place_of_texts_make_it_no_digest()
    {
        foreach (var name in (string[])["digestS3Object", "digestEndTime", "previousDigestSignature"])
        {
            var made = new ChainMaker().Hours(1);
            made.Hour(edit: digest => digest[name] = JsonValue.Create(7));
            Assert.Contains("InvalidFormat", (await TestAsync(made)).NotValid);
        }
    }

    [Theory]
    [InlineData("digestEndTime", "9999-12-31T23:59:59Z")]
    [InlineData("digestStartTime", "0001-01-01T00:00:00Z")]
    [InlineData("digestStartTime", "9999-12-31T23:59:59Z")]
    public async Task A_digest_of_the_first_or_the_last_year_is_not_valid_and_the_others_are(string name, string time)
    {
        var made = new ChainMaker().Hours(2);
        made.Hour(edit: digest => digest[name] = time);
        made.Hours(1);

        Assert.NotEmpty((await TestAsync(made)).Rows);
    }

    [Theory]
    [InlineData("99991231T2359Z")]
    [InlineData("00010101T0000Z")]
    public void A_log_named_by_the_first_or_the_last_minute_has_a_scope(string minute)
    {
        var key = $"AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_{minute}_C4hPzL9dWm1uJx8k.json.gz";
        var log = TrailLogLocation.FromKey("bucket", key);

        Assert.Equal(log.DeliveryTimeUtc, IntegrityScope.Of([log]).StartUtc);
    }

    [Fact]
    public async Task A_digest_may_list_what_leads_out_of_a_copy_and_nothing_outside_is_read()
    {
        var folder = Directory.CreateTempSubdirectory("hostile").FullName;
        try
        {
            var made = new ChainMaker().Hours(1);
            made.Hour(edit: digest => digest["logFiles"]!.AsArray()[0]!["s3Object"] = "../../../../../../../../../etc/hostname");
            MadeCopy.Save(made, folder);

            var run = await Verdicts.OfAsync(new IncidentTrail.Integrity.LocalCopy([folder]), MadeKeys.Usual, Verdicts.Scope(made));

            Assert.Contains("Missing", run.NotValid);
            Assert.DoesNotContain("HashMismatch", run.NotValid);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // One that goes round is ended by its guard.
    private static Task<Verdicts> TestAsync(ChainMaker made) => Verdicts.OfBucketAsync(made).WaitAsync(TimeSpan.FromMinutes(3));
}
