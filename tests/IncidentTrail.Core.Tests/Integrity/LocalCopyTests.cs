using IncidentTrail.Integrity;
using IncidentTrail.Sources.Saving;
using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Integrity;

/// <summary>Copies on disk, saved with their signatures and bare.</summary>
public sealed class LocalCopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("integrity").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_saved_copy_is_valid_to_its_newest_digest()
    {
        var made = new ChainMaker().Hours(3);

        Assert.True((await OfSavedAsync(made)).Summary.IsIntact);
    }

    [Fact]
    public async Task A_part_of_a_saved_copy_finds_the_signatures_above_it()
    {
        var made = new ChainMaker().Hours(3);
        Save(made);

        var run = await Verdicts.OfAsync(new LocalCopy([Path.Combine(_folder, "AWSLogs", "111122223333")]), MadeKeys.Usual, Verdicts.Scope(made));

        Assert.Equal(("", 9), (run.NotValid, run.Valid));
    }

    [Fact]
    public async Task The_newest_digest_of_a_bare_copy_is_proven_by_its_hash_alone()
    {
        var run = await OfBareAsync(new ChainMaker().Hours(3));

        Assert.Equal("D10T03 HashOnly; L3-0 HashOnly; L3-1 HashOnly", run.NotValid);
        Assert.False(run.Summary.IsIntact);
    }

    [Fact]
    public async Task In_a_bare_copy_the_digest_behind_the_window_signs_the_last_one_in_it()
    {
        var made = new ChainMaker().Hours(4);

        var run = await OfBareAsync(made, start: ChainMaker.Begin, end: ChainMaker.Begin.AddHours(2.6));

        Assert.Equal(("", "3 Valid"), (run.NotValid, $"{run.Summary.Digests}"));
        Assert.True(run.Summary.IsIntact);
    }

    [Fact]
    public async Task Without_a_window_a_copy_may_end_anywhere()
    {
        var made = new ChainMaker().Hours(2);
        made.Now = made.Now.AddDays(9);

        Assert.True((await OfSavedAsync(made)).Summary.IsIntact);
    }

    [Fact]
    public async Task With_a_window_the_newest_digest_of_a_copy_may_be_missing()
    {
        var made = new ChainMaker().Hours(3, logs: 0);
        made.Objects.Remove(made.Digests[2].Place);

        var run = await OfSavedAsync(made, start: ChainMaker.Begin, end: made.Now);

        Assert.Equal("D10T03 Missing", run.NotValid);
    }

    [Fact]
    public async Task An_altered_digest_of_a_bare_copy_fails_the_signature_its_successor_knows()
    {
        var made = new ChainMaker().Hours(3, logs: 0);
        made.Objects[made.Digests[1].Place] = new StoredObject(GzipBytes.Of(made.Digests[1].Json + "\n"));

        Assert.Equal("D10T02 SignatureInvalid; D10T03 HashOnly", (await OfBareAsync(made)).NotValid);
    }

    [Fact]
    public async Task What_an_altered_digest_says_of_a_signature_proves_nothing_unless_it_holds()
    {
        var made = new ChainMaker().Hours(3, logs: 0);
        var altered = made.Digests[1];
        made.Objects[altered.Place] = new StoredObject(GzipBytes.Of(
            altered.Json.Replace(made.Digests[0].Signature, new string('a', 512), StringComparison.Ordinal)));

        Assert.Equal("D10T01 HashOnly; D10T02 SignatureInvalid; D10T03 HashOnly", (await OfBareAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_saved_digest_in_the_place_of_another_is_not_taken_for_it()
    {
        var made = new ChainMaker().Hours(3, logs: 0);
        made.Objects[made.Digests[1].Place] = made.Objects[made.Digests[0].Place];

        Assert.Equal("D10T02 SignatureInvalid", (await OfSavedAsync(made)).NotValid);
    }

    [Fact]
    public async Task What_is_missing_in_a_copy_is_named_by_the_bucket()
    {
        var made = new ChainMaker().Hours(3, logs: 1);
        made.Objects.Remove((made.Bucket, made.Digests[0].Logs[0]));
        made.Objects.Remove(made.Digests[1].Place);

        var run = await OfSavedAsync(made);

        Assert.Equal("D10T02 Missing; L1-0 Missing; L2-0 Unlisted", run.NotValid);
        Assert.Equal(
            [$"trail-logs/{made.Digests[1].Key}", $"trail-logs/{made.Digests[0].Logs[0]}"],
            run.Rows.Where(row => row.Status == TrailIntegrityStatus.Missing).Select(row => row.Location));
    }

    // Under its own name a log is inflated where PowerShell 7.6.9 downloaded it (findings/powershell-download-of-gz-is-json.sh).
    [Theory]
    [InlineData("")]
    [InlineData(".gz")]
    public async Task Inflated_files_are_found_and_valid(string ending)
    {
        var made = new ChainMaker().Hours(2);
        Save(made);
        foreach (var path in Directory.GetFiles(_folder, "*.gz", SearchOption.AllDirectories).Where(path => path.Contains("_CloudTrail_", StringComparison.Ordinal)))
        {
            using var plain = new MemoryStream();
            using (var gzip = new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress))
                gzip.CopyTo(plain);
            File.Delete(path);
            File.WriteAllBytes(path[..^3] + ending, plain.ToArray());
        }

        Assert.True((await TestAsync(made)).Summary.IsIntact);
    }

    // aws s3 sync (AWS CLI 2.9.19) of a trail with such a prefix has one slash for two, and with --delete it removes files that the bucket holds
    // and ends with exit code 0 (findings/awscli-sync-deletes-what-the-bucket-has.sh).
    [Fact]
    public async Task A_copy_without_the_doubled_slash_of_its_keys_is_tested_and_what_it_lacks_is_missing()
    {
        var made = new ChainMaker { Prefix = "logs//" }.Hours(3);
        foreach (var ((_, key), stored) in made.Objects)
        {
            var path = Path.Combine(_folder, key.Replace("//", "/", StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, stored.Bytes);
        }
        Assert.Equal("D10T03 HashOnly; L3-0 HashOnly; L3-1 HashOnly", (await TestAsync(made)).NotValid);

        File.Delete(Path.Combine(_folder, made.Digests[0].Logs[0].Replace("//", "/", StringComparison.Ordinal)));

        Assert.Equal("D10T03 HashOnly; L1-0 Missing; L3-0 HashOnly; L3-1 HashOnly", (await TestAsync(made)).NotValid);
    }

    [Fact]
    public async Task Both_of_a_log_and_its_inflated_twin_are_checked()
    {
        var made = new ChainMaker().Hours(1, logs: 1);
        Save(made);
        File.WriteAllText(KeyPath.Of(_folder, made.Digests[0].Logs[0])![..^3], """{"Records":[]}""");

        Assert.Equal("L1-0 HashMismatch", (await TestAsync(made)).NotValid);
    }

    [Fact]
    public async Task Files_without_their_folders_are_found_by_their_names()
    {
        var made = new ChainMaker().Hours(2);
        foreach (var ((_, key), stored) in made.Objects)
            File.WriteAllBytes(Path.Combine(_folder, Path.GetFileName(key)), stored.Bytes);

        Assert.Equal("D10T02 HashOnly; L2-0 HashOnly; L2-1 HashOnly", (await TestAsync(made)).NotValid);
    }

    [Fact]
    public async Task A_copy_of_a_log_elsewhere_in_the_copy_is_unlisted()
    {
        var made = new ChainMaker().Hours(1, logs: 1);
        var key = made.Digests[0].Logs[0];
        made.Objects[(made.Bucket, key.Replace("/2026/03/10/", "/2026/03/11/", StringComparison.Ordinal))] =
            new StoredObject(GzipBytes.Of("""{"Records":[{"eventID":"planted"}]}"""));

        var run = await OfSavedAsync(made);

        Assert.Equal("L1-0 Unlisted", run.NotValid);
        Assert.Equal(1, run.Summary.Logs.Valid);
    }

    [Fact]
    public async Task A_link_that_is_not_followed_leaves_the_copy_unproven()
    {
        var made = new ChainMaker().Hours(1);
        Save(made);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "elsewhere"), Path.GetTempPath());

        var run = await TestAsync(made);

        Assert.Equal("", run.NotValid);
        Assert.False(run.Summary.IsIntact);
    }

    private Task<Verdicts> OfSavedAsync(ChainMaker made, DateTime? start = null, DateTime? end = null)
    {
        Save(made);
        return TestAsync(made, start, end);
    }

    private Task<Verdicts> OfBareAsync(ChainMaker made, DateTime? start = null, DateTime? end = null)
    {
        Write(made);
        return TestAsync(made, start, end);
    }

    private Task<Verdicts> TestAsync(ChainMaker made, DateTime? start = null, DateTime? end = null) =>
        Verdicts.OfAsync(new LocalCopy([_folder]), MadeKeys.Usual, Verdicts.Scope(made, start, end));

    private void Write(ChainMaker made) => MadeCopy.Write(made, _folder);

    private void Save(ChainMaker made) => MadeCopy.Save(made, _folder);
}
