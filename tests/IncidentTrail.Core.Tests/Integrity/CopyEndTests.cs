using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources.Saving;
using IncidentTrail.Tests.Integrity.Evidence;

namespace IncidentTrail.Tests.Integrity;

/// <summary>Copies that lack the last digests of a chain, with nothing of it behind them: what else lies there may tell of it.</summary>
public sealed class CopyEndTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ends").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(6, "D10T07 Missing")]
    [InlineData(10, "")]
    public async Task The_newest_is_missing_where_the_trail_goes_on_in_another_Region_for_longer_than_digests_take(int hours, string expected)
    {
        var made = new ChainMaker().Hours(12);
        _ = new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(hours);
        MadeCopy.Save(made, _folder);

        var run = await OfAsync(made);

        Assert.Equal(expected, run.NotValid);
        Assert.Equal(ChainMaker.Begin.AddHours(hours), run.Summary.CoveredUntilTimeUtc);
        Assert.All(run.Rows.Where(row => row.Status == TrailIntegrityStatus.Missing), row =>
            Assert.Contains("those of us-east-2 go on to 2026-03-10 12:17:28Z. Where it was copied hours before, copy it again;", row.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("other", "us-east-2", "444455556666")]
    [InlineData("other", "eu-west-1", "111122223333")]
    [InlineData("audit_trail", "eu-west-1", "444455556666")]
    public async Task What_is_of_another_trail_or_account_tells_nothing(string trail, string region, string account)
    {
        var made = new ChainMaker().Hours(2);
        _ = new ChainMaker(made.Objects) { Region = region, Trail = trail, Account = account }.Hours(12);
        MadeCopy.Save(made, _folder);

        Assert.Equal("", (await OfAsync(made)).NotValid);
    }

    [Fact]
    public async Task The_newest_is_missing_where_logs_were_delivered_long_after_it()
    {
        var made = new ChainMaker().Hours(8, logs: 1);
        Remove(made, 3, 8);
        MadeCopy.Save(made, _folder);

        Assert.Equal(
            "D10T04 Missing; L4-0 Unlisted; L5-0 Unlisted; L6-0 Unlisted; L7-0 Unlisted; L8-0 Unlisted", (await OfAsync(made)).NotValid);
    }

    [Fact]
    public async Task Logs_that_a_later_trail_lists_do_not_tell_that_an_earlier_one_goes_on()
    {
        var made = new ChainMaker().Hours(3);
        _ = new ChainMaker(made.Objects) { Trail = "later", Now = made.Now.AddDays(1) }.Hours(3);
        MadeCopy.Save(made, _folder);
        made.Now = made.Now.AddDays(2);

        Assert.Equal("", (await OfAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_log_that_is_named_for_a_time_yet_to_come_tells_nothing()
    {
        var made = new ChainMaker().Hours(3);
        made.Log(made.Now.AddYears(3), "forged");
        MadeCopy.Save(made, _folder);

        Assert.Equal("Lforged Unlisted", (await OfAsync(made)).NotValid);
    }

    [Fact]
    public async Task What_was_saved_with_the_copy_and_is_gone_is_missing()
    {
        var made = new ChainMaker().Hours(4);
        _ = new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(1);
        MadeCopy.Save(made, _folder);
        Delete(made, place => place.Contains("T0317", StringComparison.Ordinal) || place.Contains("T0417", StringComparison.Ordinal));
        foreach (var log in made.Digests.Skip(2).SelectMany(digest => digest.Logs))
            File.Delete(KeyPath.Of(_folder, log)!);
        Directory.Delete(Path.Combine(_folder, "AWSLogs", "111122223333", "CloudTrail-Digest", "eu-west-1"), recursive: true);
        Directory.Delete(Path.Combine(_folder, "AWSLogs", "111122223333", "CloudTrail", "eu-west-1"), recursive: true);

        var run = await OfAsync(made);

        Assert.Equal("D10T01 Missing; D10T03 Missing; D10T04 Missing", run.NotValid);
        Assert.All(run.Rows.Where(row => row.Status == TrailIntegrityStatus.Missing), row =>
            Assert.Contains("was saved with the copy", row.Reason, StringComparison.Ordinal));
        Assert.Null(run.Summary.CoveredUntilTimeUtc);
        Assert.Equal("D10T03 Missing", (await OfAsync(made, Verdicts.Scope(made, ChainMaker.Begin.AddHours(1), ChainMaker.Begin.AddHours(3)))).NotValid);
    }

    [Fact]
    public async Task What_was_saved_and_is_missed_already_is_missed_once()
    {
        var made = new ChainMaker().Hours(5, logs: 0);
        MadeCopy.Save(made, _folder);
        Delete(made, place => place.Contains("T0217", StringComparison.Ordinal) || place.Contains("T0517", StringComparison.Ordinal));

        var run = await OfAsync(made, Verdicts.Scope(made, ChainMaker.Begin, made.Now));

        Assert.Equal("D10T02 Missing; D10T05 Missing", run.NotValid);
    }

    [Fact]
    public async Task What_was_saved_beside_what_is_tested_may_be_gone_and_so_may_a_digest_that_was_moved_be()
    {
        var made = new ChainMaker().Hours(2);
        var other = new ChainMaker(made.Objects) { Account = "444455556666" }.Hours(2);
        MadeCopy.Save(made, _folder);
        Delete(other, place => place.Contains("_CloudTrail-Digest_", StringComparison.Ordinal));
        var moved = KeyPath.Of(_folder, made.Digests[1].Key)!;
        File.Move(moved, Path.Combine(_folder, "AWSLogs", "111122223333", Path.GetFileName(moved)));

        var run = await Verdicts.OfAsync(
            new LocalCopy([Path.Combine(_folder, "AWSLogs", "111122223333")]), MadeKeys.Usual, Verdicts.Scope(made));

        Assert.DoesNotContain(run.Rows, row => row.Status == TrailIntegrityStatus.Missing);
    }

    [Fact]
    public async Task What_was_saved_and_lies_behind_a_link_that_is_not_followed_is_not_gone()
    {
        var made = new ChainMaker().Hours(2);
        _ = new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(2);
        var copy = Path.Combine(_folder, "copy");
        MadeCopy.Save(made, copy);
        var digests = Path.Combine(copy, "AWSLogs", "111122223333", "CloudTrail-Digest", "eu-west-1");
        Directory.Move(digests, Path.Combine(_folder, "elsewhere"));
        Directory.CreateSymbolicLink(digests, Path.Combine(_folder, "elsewhere"));

        var run = await Verdicts.OfAsync(new LocalCopy([copy]), MadeKeys.Usual, Verdicts.Scope(made));

        Assert.DoesNotContain(run.Rows, row => row.Status == TrailIntegrityStatus.Missing);
        Assert.False(run.Summary.IsIntact);
    }

    [Fact]
    public async Task Where_nothing_tells_that_digests_should_be_there_the_summary_says_how_far_they_reach()
    {
        var made = new ChainMaker().Hours(8);
        Remove(made, 5, 8, withLogs: true);
        MadeCopy.Save(made, _folder);

        var run = await OfAsync(made);

        Assert.Equal("", run.NotValid);
        Assert.Equal(ChainMaker.Begin.AddHours(5), run.Summary.CoveredUntilTimeUtc);
    }

    [Fact]
    public async Task A_digest_that_nobody_signed_does_not_say_how_far_they_reach()
    {
        var made = new ChainMaker().Hours(4, logs: 0);
        made.Objects[made.Digests[3].Place] = made.Objects[made.Digests[3].Place] with { Signature = "00" };
        MadeCopy.Save(made, _folder);

        var run = await OfAsync(made);

        Assert.Equal("D10T04 SignatureInvalid", run.NotValid);
        Assert.Equal(ChainMaker.Begin.AddHours(3), run.Summary.CoveredUntilTimeUtc);
    }

    [Fact]
    public async Task A_trail_that_ended_before_the_window_lacks_nothing_where_another_lists_the_Regions_logs()
    {
        var made = new ChainMaker().Hours(3);
        var later = new ChainMaker(made.Objects) { Trail = "later", Now = made.Now.AddDays(1) }.Hours(3);
        MadeCopy.Save(made, _folder);

        var run = await OfAsync(later, Verdicts.Scope(later, later.Now.AddHours(-3), later.Now));

        Assert.Equal(("", true), (run.NotValid, run.Summary.IsIntact));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_package_of_such_a_copy_finds_the_same_again(bool isDeleted)
    {
        var made = new ChainMaker().Hours(8, logs: 1);
        _ = new ChainMaker(made.Objects) { Region = "eu-west-1" }.Hours(2);
        if (!isDeleted)
            Remove(made, 3, 8);
        using var package = new MadePackage();
        await package.OfCopyAsync(made, editCopy: copy =>
        {
            foreach (var digest in isDeleted ? made.Digests.Skip(6) : [])
                File.Delete(KeyPath.Of(copy, digest.Key)!);
        });

        var found = await package.TestAsync(MadeKeys.Usual);

        Assert.Equal(isDeleted ? 3 : 1, package.Rows.Count(row => row.Status == TrailIntegrityStatus.Missing));
        Assert.Equal(PackageVerdicts.Of(package.Rows), found.Content);
        Assert.Equal("", found.Files);
    }

    private static void Remove(ChainMaker made, int first, int end, bool withLogs = false)
    {
        foreach (var digest in made.Digests.Take(end).Skip(first))
        {
            made.Objects.Remove(digest.Place);
            foreach (var log in withLogs ? digest.Logs : [])
                made.Objects.Remove((made.Bucket, log));
        }
    }

    private void Delete(ChainMaker made, Predicate<string> which)
    {
        foreach (var digest in made.Digests.Where(digest => which(digest.Key)))
            File.Delete(KeyPath.Of(_folder, digest.Key)!);
    }

    private Task<Verdicts> OfAsync(ChainMaker made, IntegrityScope? scope = null) => Verdicts.OfAsync(
        new LocalCopy([_folder]),
        MadeKeys.Usual.With("eu-west-1", ChainMaker.Pkcs1(ChainMaker.FirstKey)), scope ?? Verdicts.Scope(made));
}
