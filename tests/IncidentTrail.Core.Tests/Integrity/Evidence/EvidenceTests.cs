using System.Security.Cryptography;
using System.Text;
using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Evidence;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Integrity.Evidence;

/// <summary>Packages that nobody touched: they hold what was tested, and a test of them finds what was found.</summary>
public sealed class EvidenceTests : IDisposable
{
    private readonly MadePackage _package = new();

    public void Dispose() => _package.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_package_of_an_intact_trail_is_intact(bool isCopy, bool asArchive)
    {
        var made = new ChainMaker().Hours(3);
        await (isCopy ? _package.OfCopyAsync(made, asArchive) : _package.OfBucketAsync(made, asArchive));

        var found = await _package.TestAsync();

        Assert.Equal("", found.Files);
        Assert.True(found.Summary.IsIntact);
        Assert.True(_package.Written!.IsIntact);
        Assert.Equal((3, 6, 5), (found.Summary.Digests.Valid, found.Summary.Logs.Valid, found.Summary.Files.Valid));
        Assert.Equal(_package.Written.ManifestSha256, found.Summary.ManifestSha256);
        Assert.Empty(_package.Beside);
    }

    [Fact]
    public async Task A_package_that_somebody_zipped_with_its_folders_is_intact()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(3));
        _package.ZipWithFolders();

        var found = await _package.TestAsync();

        Assert.Equal("", found.Files);
        Assert.True(found.Summary.IsIntact);
        Assert.Equal((3, 6, 5), (found.Summary.Digests.Valid, found.Summary.Logs.Valid, found.Summary.Files.Valid));
    }

    [Fact]
    public async Task Logs_and_digests_are_byte_for_byte_what_lay_there_and_all_is_text_beside_them()
    {
        var made = new ChainMaker().Hours(2);
        await _package.OfBucketAsync(made);

        foreach (var ((bucket, key), stored) in made.Objects)
            Assert.Equal(stored.Bytes, _package.Read($"files/{bucket}/{key}"));
        var signatures = Encoding.UTF8.GetString(_package.Read(PackedSignatures.Name));
        Assert.Equal(string.Concat(made.Digests.Select(digest => $"{digest.Signature}  files/{digest.Bucket}/{digest.Key}\n")), signatures);
        Assert.Contains(Convert.ToBase64String(ChainMaker.Pkcs1(ChainMaker.FirstKey)), Encoding.UTF8.GetString(_package.Read(EvidenceNames.Keys)).Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("auditor@desk", Encoding.UTF8.GetString(_package.Read(EvidenceNames.Request)), StringComparison.Ordinal);
        Assert.Equal(6, Encoding.UTF8.GetString(_package.Read(EvidenceNames.Results)).Count(c => c == '\n'));
    }

    [Fact]
    public async Task The_manifest_is_what_sha256sum_reads_and_names_every_other_file()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        var manifest = _package.Read(EvidenceNames.Manifest);

        Assert.Equal(
            string.Concat(_package.Names().Where(name => name != EvidenceNames.Manifest)
                .Select(name => $"{Convert.ToHexString(SHA256.HashData(_package.Read(name))).ToLowerInvariant()}  {name}\n")),
            Encoding.UTF8.GetString(manifest));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(manifest)).ToLowerInvariant(), _package.Written!.ManifestSha256);
        Assert.Equal(_package.Names().Count, _package.Written.FileCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_found_wrong_is_found_again_in_the_package(bool isCopy)
    {
        var made = new ChainMaker { Prefix = "deep//er/" }.Hours(6);
        made.Objects[(made.Bucket, made.Digests[0].Logs[0])] = new StoredObject(GzipBytes.Of("""{"Records":[]}"""));
        made.Objects.Remove((made.Bucket, made.Digests[1].Logs[1]));
        made.Objects.Remove(made.Digests[2].Place);
        made.Objects[made.Digests[4].Place] = made.Objects[made.Digests[4].Place] with { Signature = "00" };
        made.Log(ChainMaker.Begin.AddMinutes(7), "extra");
        await (isCopy ? _package.OfCopyAsync(made) : _package.OfBucketAsync(made));

        var found = await _package.TestAsync();

        Assert.Equal(PackageVerdicts.Of(_package.Rows), found.Content);
        Assert.Equal("", found.Files);
        Assert.False(found.Summary.IsIntact);
        Assert.Contains(found.Rows, row => row.Status == TrailIntegrityStatus.Unlisted);
    }

    [Fact]
    public async Task A_name_that_some_system_refuses_is_the_same_in_the_package_of_a_copy()
    {
        var made = new ChainMaker().Hours(1);
        foreach (var name in (string[])["a:b.json.gz", ".a.json.gz", "%61.json.gz", "blank .json.gz"])
        {
            made.Objects[(made.Bucket, "AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/" + name)] = new StoredObject(
                GzipBytes.Of("""{"Records":[{"eventVersion":"1.08","eventSource":"iam.amazonaws.com","eventName":"DeleteUser","eventID":"1"}]}"""));
        }
        await _package.OfCopyAsync(made);

        var found = await _package.TestAsync();

        Assert.Equal(("", 4), (found.Files, found.Summary.Logs.Unlisted));
    }

    [Fact]
    public async Task A_log_that_could_not_be_read_is_not_in_the_package_and_that_is_no_contradiction()
    {
        var made = new ChainMaker().Hours(2);
        made.Objects[(made.Bucket, made.Digests[0].Logs[0])] = new StoredObject([]) { Fault = TrailFaultKind.AccessDenied };
        await _package.OfBucketAsync(made);

        var found = await _package.TestAsync();

        Assert.Equal(("", 1), (found.Files, found.Summary.Logs.Missing));
        Assert.False(found.Summary.IsIntact);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_window_is_tested_again_as_that_window(bool isBareCopy)
    {
        var made = new ChainMaker().Hours(6);
        var scope = Verdicts.Scope(made, ChainMaker.Begin.AddHours(2), ChainMaker.Begin.AddHours(4));
        await (isBareCopy ? _package.OfCopyAsync(made, isBare: true, scope: scope) : _package.OfBucketAsync(made, scope: scope));

        var found = await _package.TestAsync();

        Assert.Equal(PackageVerdicts.Of(_package.Rows), found.Content);
        Assert.Equal((2, 4, true), (found.Summary.Digests.Valid, found.Summary.Logs.Valid, found.Summary.IsIntact));
    }

    [Fact]
    public async Task What_was_due_by_then_is_due_in_a_later_test()
    {
        var made = new ChainMaker().Hours(3);
        made.Now = made.Now.AddHours(4);
        await _package.OfBucketAsync(made);

        var found = await _package.TestAsync();

        Assert.Equal((1, "", false), (found.Summary.Digests.Missing, found.Files, found.Summary.IsIntact));
    }

    [Fact]
    public async Task A_package_that_is_tested_with_its_own_keys_says_so()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));

        Assert.Contains("public keys that it holds itself", Assert.Single((await _package.TestAsync()).Warnings), StringComparison.Ordinal);
        Assert.Empty((await _package.TestAsync(MadeKeys.Usual)).Warnings);
    }

    [Fact]
    public async Task Of_keys_that_are_given_the_package_s_own_make_nothing_valid()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));

        var found = await _package.TestAsync(new MadeKeys().With("us-east-2", ChainMaker.Pkcs1(ChainMaker.SecondKey)));

        Assert.Equal((1, 0), (found.Summary.Digests.KeyNotFound, found.Summary.Digests.Valid + found.Summary.Logs.Valid));
        Assert.False(found.Summary.IsIntact);
    }

    [Fact]
    public async Task A_package_made_without_keys_proves_nothing_until_keys_are_given()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1), withKeys: false);

        Assert.Equal((1, ""), ((await _package.TestAsync()).Summary.Digests.HashOnly, (await _package.TestAsync()).Files));
        Assert.True((await _package.TestAsync(MadeKeys.Usual)).Summary.IsIntact);
    }

    [Fact]
    public async Task A_part_of_a_package_can_be_tested()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(4));

        var found = await _package.TestAsync(narrowed: new IntegrityScope { StartUtc = ChainMaker.Begin, EndUtc = ChainMaker.Begin.AddHours(1) });

        Assert.Equal((1, true), (found.Summary.Digests.Valid, found.Summary.IsIntact));
    }

    [Fact]
    public async Task Nothing_is_left_where_the_writing_is_broken_off()
    {
        var made = new ChainMaker().Hours(3);
        var place = new MadeBucket(made.Objects);
        var path = Path.Combine(Directory.CreateTempSubdirectory("broken-off").FullName, "evidence");
        var export = new EvidenceExport(path, place, new EvidencePaths([]), MadeKeys.Usual, Verdicts.Scope(made), new EvidenceRequest(), 4);

        await foreach (var item in export.RunAsync(CancellationToken.None))
        {
            if (item.Result is not null)
                break;
        }

        Assert.Null(export.Written);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!));
        Directory.Delete(Path.GetDirectoryName(path)!);
    }

    [Fact]
    public void Where_no_room_is_left_for_a_verdict_it_is_the_package_that_is_not_written()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

        var fault = Assert.Throws<EvidenceNotWrittenException>(() => EvidenceDraft.Append(full, [1]));

        Assert.IsType<IOException>(fault.InnerException);
    }

    [Fact]
    public async Task What_is_there_is_never_overwritten()
    {
        var made = new ChainMaker().Hours(1);
        await _package.OfBucketAsync(made);
        var manifest = _package.Read(EvidenceNames.Manifest);

        await Assert.ThrowsAsync<EvidenceNotWrittenException>(() => _package.OfBucketAsync(made));

        Assert.Equal(manifest, _package.Read(EvidenceNames.Manifest));
        Assert.Empty(_package.Beside);
    }
}
