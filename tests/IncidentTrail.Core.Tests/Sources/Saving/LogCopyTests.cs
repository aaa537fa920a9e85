using System.Text;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Tests.Sources.Saving;

public sealed class LogCopyTests : IDisposable
{
    private const string Key = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1415Z_AbCdEfGhIjKlMnOp.json.gz";

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-saving-").FullName;
    private readonly KeptObject _log = new(Key, Encoding.UTF8.GetBytes("what is kept in the bucket"), "\"tag-1\"");

    private string FilePath => KeyPath.Of(_folder, Key)!;

    private string AsidePath => Path.Combine(Path.GetDirectoryName(FilePath)!, $".{Path.GetFileName(FilePath)}.partial");

    private string ManifestPath => Path.Combine(_folder, "saved.incidenttrail");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_log_is_saved_in_the_buckets_layout_with_what_the_bucket_knows_of_it()
    {
        _log.Metadata["signature"] = "00ff";

        var saved = await SaveAsync(_log.Item());

        Assert.Equal(SavedLogOutcome.Saved, saved.Outcome);
        Assert.Equal("what is kept in the bucket", File.ReadAllText(FilePath));
        Assert.Equal(FilePath, saved.Copy!.Path);
        Assert.Equal("111122223333", saved.Copy.AccountId);
        Assert.Equal((new FileInfo(FilePath).Length, File.GetLastWriteTimeUtc(FilePath)), (saved.Copy.Size, saved.Copy.LastModifiedUtc));
        Assert.Equal(new DateTime(2026, 3, 10, 14, 15, 0, DateTimeKind.Utc), File.GetLastWriteTimeUtc(FilePath));
        var entry = SavedEntry.Parse(Assert.Single(File.ReadAllLines(ManifestPath)))!;
        Assert.Equal(("trail", Key), entry.Place);
        Assert.Equal(26, entry.Size);
        Assert.Equal("\"tag-1\"", entry.ETag);
        Assert.Equal("00ff", entry.Metadata["signature"]);
        Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(FilePath))).ToLowerInvariant(), entry.Sha256);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("longer than all that is kept in the bucket")]
    public async Task What_a_killed_run_left_unfinished_is_written_anew(string left)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(FilePath)!, $".{Path.GetFileName(FilePath)}.partial"), left);

        Assert.Equal(SavedLogOutcome.Saved, (await SaveAsync(_log.Item())).Outcome);

        Assert.Equal("what is kept in the bucket", File.ReadAllText(FilePath));
        Assert.Equal([FilePath], Directory.EnumerateFiles(Path.GetDirectoryName(FilePath)!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_where_a_log_is_written_aside_is_taken_away_and_not_followed(bool leadsSomewhere)
    {
        if (OperatingSystem.IsWindows())
            return; // Links are made there by administrators alone.
        var elsewhere = Path.Combine(_folder, "elsewhere");
        if (leadsSomewhere)
            File.WriteAllText(elsewhere, "precious");
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.CreateSymbolicLink(AsidePath, elsewhere);

        Assert.Equal(SavedLogOutcome.Saved, (await SaveAsync(_log.Item())).Outcome);

        Assert.Null(new FileInfo(FilePath).LinkTarget);
        Assert.Equal("what is kept in the bucket", File.ReadAllText(FilePath));
        Assert.Equal(leadsSomewhere ? "precious" : null, File.Exists(elsewhere) ? File.ReadAllText(elsewhere) : null);
    }

    [Fact]
    public async Task What_another_run_is_writing_is_left_to_it()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        using (new FileStream(AsidePath, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            Assert.Equal(SavedLogOutcome.Failed, (await SaveAsync(_log.Item())).Outcome);
            Assert.True(File.Exists(AsidePath));
        }

        Assert.Equal(SavedLogOutcome.Saved, (await SaveAsync(_log.Item())).Outcome);
        Assert.False(File.Exists(AsidePath));
    }

    [Fact]
    public async Task What_is_there_is_not_fetched_again()
    {
        await SaveAsync(_log.Item());

        var again = await SaveAsync(_log.Item());

        Assert.Equal(SavedLogOutcome.Present, again.Outcome);
        Assert.Equal(1, _log.Opened);
    }

    [Fact]
    public async Task A_log_that_is_cut_leaves_nothing_in_its_place_and_is_saved_by_the_next_run()
    {
        _log.CutAfter = 14;
        var cut = await SaveAsync(_log.Item());
        Assert.Equal(SavedLogOutcome.Failed, cut.Outcome);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));

        _log.CutAfter = null;
        Assert.Equal(SavedLogOutcome.Saved, (await SaveAsync(_log.Item())).Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_changed_entity_tag_is_a_fault_and_the_file_stays_unless_forced(bool force)
    {
        await SaveAsync(_log.Item());
        var other = new KeptObject(Key, Encoding.UTF8.GetBytes("something else, of all things"), "\"tag-2\"");

        var second = await SaveAsync(other.Item(), force);

        Assert.Equal(force ? SavedLogOutcome.Replaced : SavedLogOutcome.Failed, second.Outcome);
        Assert.Equal(force ? "something else, of all things" : "what is kept in the bucket", File.ReadAllText(FilePath));
        Assert.Equal(force ? "\"tag-2\"" : "\"tag-1\"", SavedEntry.Parse(File.ReadAllLines(ManifestPath)[0])!.ETag);
        if (!force)
        {
            Assert.Equal(TrailFaultKind.ReadFailed, second.Fault!.Kind);
            Assert.Contains("-Force", second.Fault.Remedy);
            Assert.Equal(0, other.Opened);
        }
    }

    [Fact]
    public async Task A_file_the_manifest_does_not_know_is_kept_where_it_is_the_same_and_a_fault_where_it_is_not()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, "what is kept in the bucket");
        Assert.Equal(SavedLogOutcome.Present, (await SaveAsync(_log.Item())).Outcome);
        Assert.Single(File.ReadAllLines(ManifestPath));

        File.Delete(ManifestPath);
        File.WriteAllText(FilePath, "edited by somebody");
        var kept = await SaveAsync(_log.Item());
        Assert.Equal((SavedLogOutcome.Failed, EngineRemedies.SaveRewritten), (kept.Outcome, kept.Fault!.Remedy));
        Assert.Equal("edited by somebody", File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task A_log_on_disk_is_not_saved_and_no_key_writes_outside()
    {
        var local = new FoundLog(TrailLogLocation.FromPath("/a/b.json"), _ => throw new InvalidOperationException());
        Assert.Equal(TrailFaultKind.Argument, (await SaveAsync(local)).Fault!.Kind);

        var outside = new KeptObject("../../outside.json.gz", [1, 2, 3], "\"x\"");
        var saved = await SaveAsync(outside.Item());
        Assert.Equal(Path.Combine(_folder, "%2E%2E", "%2E%2E", "outside.json.gz"), saved.Copy!.Path);
    }

    [Fact]
    public void Asking_what_is_there_writes_nothing()
    {
        var folder = Path.Combine(_folder, "not-there");
        using (var copy = new LogCopy(folder, force: false))
            Assert.False(copy.IsPresent(_log.Item().Log));

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_folder_that_is_taken_away_between_two_logs_is_made_again()
    {
        var second = new KeptObject(Key.Replace("AbCd", "EfGh", StringComparison.Ordinal), [1, 2, 3], "\"tag-2\"");
        using var copy = new LogCopy(_folder, force: false);
        Assert.Equal(SavedLogOutcome.Saved, (await copy.SaveAsync(_log.Item(), CancellationToken.None)).Outcome);
        Directory.Delete(Path.GetDirectoryName(FilePath)!, recursive: true);

        var saved = await copy.SaveAsync(second.Item(), CancellationToken.None);

        Assert.Equal(SavedLogOutcome.Saved, saved.Outcome);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(saved.Copy!.Path!));
    }

    [Fact]
    public async Task A_log_of_0_bytes_stands_in_the_copy_until_the_bucket_holds_more()
    {
        using (var copy = new LogCopy(_folder, force: false))
        {
            Assert.Null(copy.LayEmpty(_log.Item().Log));
            Assert.Null(copy.LayEmpty(_log.Item().Log));
        }
        Assert.Empty(File.ReadAllBytes(FilePath));
        Assert.False(File.Exists(ManifestPath));

        Assert.Equal(SavedLogOutcome.Replaced, (await SaveAsync(_log.Item())).Outcome);

        using (var copy = new LogCopy(_folder, force: false))
            Assert.Null(copy.LayEmpty(_log.Item().Log));
        Assert.Equal("what is kept in the bucket", File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task A_link_in_the_place_of_a_log_is_kept()
    {
        if (OperatingSystem.IsWindows())
            return; // Links are made there by administrators alone.
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.CreateSymbolicLink(FilePath, Path.Combine(_folder, "nowhere"));

        Assert.Equal(SavedLogOutcome.Failed, (await SaveAsync(_log.Item())).Outcome);

        Assert.NotNull(new FileInfo(FilePath).LinkTarget);
        Assert.False(File.Exists(AsidePath));
    }

    [Fact]
    public async Task What_may_not_be_written_is_not_asked_for_and_a_thousand_such_are_not_all_named()
    {
        // No account may write a file where a folder is.
        Directory.CreateDirectory(AsidePath);

        var saved = await SaveAsync(_log.Item());

        Assert.Equal((SavedLogOutcome.Failed, TrailFaultKind.AccessDenied, 0), (saved.Outcome, saved.Fault!.Kind, _log.Opened));
        Assert.Equal("could not be saved: access is denied", saved.Fault.OfMany);
    }

    private async Task<SavedLog> SaveAsync(FoundLog found, bool force = false)
    {
        using var copy = new LogCopy(_folder, force);
        return await copy.SaveAsync(found, CancellationToken.None);
    }
}
