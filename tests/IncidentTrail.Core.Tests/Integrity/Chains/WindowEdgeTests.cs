using System.Text.Json.Nodes;
using IncidentTrail.Integrity;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Integrity.Evidence;

namespace IncidentTrail.Tests.Integrity.Chains;

/// <summary>Windows that begin or end where digests were taken away or exchanged, or where a chain began anew.</summary>
public sealed class WindowEdgeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edges").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_digest_of_the_window_that_was_exchanged_for_a_signed_one_of_another_day_is_not_passed_over(bool isCopy)
    {
        var made = new ChainMaker().Hours(30, logs: 0);
        made.Objects[made.Digests[3].Place] = made.Objects[made.Digests[28].Place];

        var run = await OfAsync(made, isCopy, ChainMaker.Begin.AddHours(1), ChainMaker.Begin.AddHours(8));

        Assert.Equal(isCopy ? "D10T04 SignatureInvalid" : "D10T04 Moved", run.NotValid);
        Assert.Equal(ChainMaker.Begin.AddHours(4), run.Rows.Single(row => row.Status != TrailIntegrityStatus.Valid).EndTimeUtc);
        Assert.Equal(ChainMaker.Begin.AddHours(8), run.Summary.CoveredUntilTimeUtc);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_digest_of_the_window_whose_times_were_altered_is_not_passed_over(bool isCopy)
    {
        var made = new ChainMaker().Hours(8, logs: 0);
        var digest = JsonNode.Parse(made.Digests[3].Json)!;
        (digest["digestStartTime"], digest["digestEndTime"]) = ("2030-01-01T00:00:00Z", "2030-01-01T01:00:00Z");
        made.Objects[made.Digests[3].Place] = made.Objects[made.Digests[3].Place] with { Bytes = GzipBytes.Of(digest.ToJsonString()) };

        var run = await OfAsync(made, isCopy, ChainMaker.Begin.AddHours(1), ChainMaker.Begin.AddHours(8));

        Assert.Equal("D10T04 SignatureInvalid", run.NotValid);
        Assert.Equal(ChainMaker.Begin.AddHours(8), run.Summary.FoundEndTimeUtc);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_last_digests_of_the_window_are_missing_where_later_ones_are_gone_too(bool isCopy)
    {
        var made = new ChainMaker().Hours(12, logs: 0);
        Remove(made, 5, 9);

        var run = await OfAsync(made, isCopy, ChainMaker.Begin, ChainMaker.Begin.AddHours(6.5));

        Assert.Equal("D10T06 Missing; D10T07 Missing", run.NotValid);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_digests_of_the_window_are_missing_where_those_before_and_behind_it_are_there(bool isCopy)
    {
        var made = new ChainMaker().Hours(12, logs: 0);
        Remove(made, 2, 9);
        _ = new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(12, logs: 0);

        var run = await OfAsync(made, isCopy, ChainMaker.Begin.AddHours(4), ChainMaker.Begin.AddHours(7));

        Assert.Equal("D10T05 Missing; D10T06 Missing; D10T07 Missing", run.NotValid);
    }

    [Theory]
    [InlineData(true, 5.4)]
    [InlineData(true, 5)]
    [InlineData(false, 5.4)]
    [InlineData(false, 5)]
    public async Task A_digest_that_nobody_signed_behind_the_window_does_not_say_that_the_chain_was_ended(bool isCopy, double later)
    {
        var made = new ChainMaker().Hours(4, logs: 0).Restart(later).Hours(1, logs: 0);
        made.Objects[made.Digests[4].Place] = made.Objects[made.Digests[4].Place] with { Signature = null };

        var run = await OfAsync(made, isCopy, ChainMaker.Begin, ChainMaker.Begin.AddHours(5));

        Assert.Equal("D10T05 Missing", run.NotValid);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_digest_behind_the_last_is_missing_where_a_later_one_names_one_of_another_minute_that_is_gone(bool isCopy)
    {
        var made = new ChainMaker().Hours(4, logs: 0).Restart(5.4).Hours(2, logs: 0);
        Remove(made, 4, 4);

        var run = await OfAsync(made, isCopy, ChainMaker.Begin, ChainMaker.Begin.AddHours(5));

        Assert.Equal("D10T05 Missing", run.NotValid);
        Assert.Contains("hour", run.Rows.Single(row => row.Status == TrailIntegrityStatus.Missing).Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_window_that_begins_in_a_gap_tells_of_it(bool isCopy)
    {
        var made = new ChainMaker().Hours(4, logs: 0).Restart(10).Hours(4, logs: 0);

        var run = await OfAsync(made, isCopy, ChainMaker.Begin.AddHours(8), ChainMaker.Begin.AddHours(18));

        Assert.Equal(("", true), (run.NotValid, run.Summary.IsIntact));
        var gap = Assert.Single(run.Summary.Gaps);
        Assert.Equal((ChainMaker.Begin.AddHours(4), ChainMaker.Begin.AddHours(14)), (gap.StartTimeUtc, gap.EndTimeUtc));
    }

    [Fact]
    public async Task In_a_bare_copy_too_a_window_that_ends_in_a_gap_lacks_nothing()
    {
        var made = new ChainMaker().Hours(4, logs: 0).Restart(10).Hours(4, logs: 0);
        MadeCopy.Write(made, _folder);

        var run = await Verdicts.OfAsync(
            new LocalCopy([_folder]), MadeKeys.Usual, Verdicts.Scope(made, ChainMaker.Begin, ChainMaker.Begin.AddHours(8)));

        Assert.Equal("D10T04 HashOnly", run.NotValid);
        Assert.Single(run.Summary.Gaps);
    }

    [Fact]
    public async Task A_package_of_a_bucket_finds_again_that_its_window_lies_in_a_gap()
    {
        var made = new ChainMaker().Hours(4, logs: 0).Restart(8).Hours(4, logs: 0);
        _ = new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(12, logs: 0);
        using var package = new MadePackage();
        await package.OfBucketAsync(made, scope: Verdicts.Scope(made, ChainMaker.Begin.AddHours(6), ChainMaker.Begin.AddHours(8)));

        var found = await package.TestAsync(MadeKeys.Usual);

        Assert.Equal(PackageVerdicts.Of(package.Rows), found.Content);
        Assert.Equal("", found.Files);
    }

    [Fact]
    public async Task A_package_finds_again_that_a_trail_ended_before_its_window()
    {
        var made = new ChainMaker().Hours(12, logs: 0);
        _ = new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(3, logs: 0);
        using var package = new MadePackage();
        await package.OfCopyAsync(made, scope: Verdicts.Scope(made, ChainMaker.Begin.AddHours(6), ChainMaker.Begin.AddHours(12)));

        var found = await package.TestAsync(MadeKeys.Usual);

        Assert.Contains(package.Rows, row => row is { Status: TrailIntegrityStatus.Missing, Region: "eu-west-1" });
        Assert.Equal(PackageVerdicts.Of(package.Rows), found.Content);
        Assert.Equal("", found.Files);
    }

    private static void Remove(ChainMaker made, int first, int last)
    {
        foreach (var digest in made.Digests[first..(last + 1)])
            made.Objects.Remove(digest.Place);
    }

    private Task<Verdicts> OfAsync(ChainMaker made, bool isCopy, DateTime start, DateTime end)
    {
        if (isCopy)
            MadeCopy.Save(made, _folder);
        return Verdicts.OfAsync(isCopy ? new LocalCopy([_folder]) : new MadeBucket(made.Objects), MadeKeys.Usual.With("eu-west-1", ChainMaker.Pkcs1(ChainMaker.FirstKey)), Verdicts.Scope(made, start, end));
    }
}
