using System.Text;
using IncidentTrail.Integrity.Evidence;

namespace IncidentTrail.Tests.Integrity.Evidence;

/// <summary>Packages that somebody changed: each change is noticed.</summary>
public sealed class EvidenceTamperingTests : IDisposable
{
    private readonly MadePackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public async Task Each_file_that_is_changed_removed_or_exchanged_for_another_is_noticed()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(2));
        var names = _package.Names();
        Assert.Equal(11, names.Count);
        foreach (var name in names)
        {
            var bytes = _package.Read(name);

            _package.Write(name, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
            Assert.NotEqual("", await NoticedAsync(name, "changed"));
            _package.Write(name, [.. bytes, (byte)'\n']);
            Assert.NotEqual("", await NoticedAsync(name, "longer"));
            _package.Write(name, _package.Read(names.First(other => other != name)));
            Assert.NotEqual("", await NoticedAsync(name, "exchanged"));
            _package.Delete(name);
            Assert.NotEqual("", await NoticedAsync(name, "gone"));

            _package.Write(name, bytes);
        }
        Assert.True((await _package.TestAsync()).Summary.IsIntact);
    }

    [Fact]
    public async Task Each_line_of_the_manifest_that_is_changed_removed_moved_or_repeated_is_noticed()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(2));
        var text = Encoding.UTF8.GetString(_package.Read(EvidenceNames.Manifest));
        var lines = text.Split('\n')[..^1];
        Assert.Equal(10, lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var other = lines[(i + 1) % lines.Length];
            string?[] made = [
                null, (line[0] == 'a' ? 'b' : 'a') + line[1..], line.ToUpperInvariant(), line + "x", line[..66] + "../" + line[66..], " " + line, line + "\r",
                line.Replace("  ", " *", StringComparison.Ordinal), line + "\n" + line, line + "\n", "# comment\n" + line, other[..64] + line[64..]];
            foreach (var changed in made)
            {
                Write([.. lines[..i], .. changed is null ? Array.Empty<string>() : [changed], .. lines[(i + 1)..]]);
                Assert.NotEqual("", await NoticedAsync(line, changed ?? "removed"));
            }
            Write([.. lines[(i + 1)..], .. lines[..(i + 1)]]);
            if (i < lines.Length - 1)
                Assert.NotEqual("", await NoticedAsync(line, "moved"));
        }
        _package.Write(EvidenceNames.Manifest, Encoding.UTF8.GetBytes(text));
        Assert.True((await _package.TestAsync()).Summary.IsIntact);
    }

    [Fact]
    public async Task A_file_that_was_added_is_noticed_wherever_it_lies()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        foreach (var name in (string[])["note.txt", "files/note.txt", ".hidden", "files/trail-logs/x/y.json", "saved.incidenttrail", "files/trail-logs/.DS_Store"])
        {
            _package.Write(name, [1]);
            Assert.Equal($"{Path.GetFileName(name)} Unlisted", (await _package.TestAsync()).Files);
            Assert.False((await _package.TestAsync()).Summary.IsIntact);
            _package.Delete(name);
            if (name.Contains("/x/", StringComparison.Ordinal))
                Directory.Delete(Path.Combine(_package.Path, "files", "trail-logs", "x"));
        }
        Assert.True((await _package.TestAsync()).Summary.IsIntact);
    }

    [Fact]
    public async Task Links_and_empty_folders_are_noticed()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        Directory.CreateDirectory(Path.Combine(_package.Path, "empty"));
        File.CreateSymbolicLink(Path.Combine(_package.Path, "link"), Path.Combine(_package.Path, EvidenceNames.Request));

        var found = await _package.TestAsync();

        Assert.Equal(2, found.Summary.Files.Unlisted);
        Assert.False(found.Summary.IsIntact);
    }

    [Fact]
    public async Task A_manifest_that_is_gone_is_missing_whatever_of_the_rest_is_left()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        _package.Delete(EvidenceNames.Manifest);

        var found = await _package.TestAsync();

        Assert.Equal("manifest.incidenttrail Missing", found.Files);
        Assert.False(found.Summary.IsIntact);
        Assert.True(EvidenceFolder.Is(_package.Path));
    }

    [Fact]
    public async Task Verdicts_that_were_exchanged_are_noticed_under_a_new_manifest_too()
    {
        var made = new ChainMaker().Hours(2);
        made.Objects.Remove((made.Bucket, made.Digests[0].Logs[0]));
        await _package.OfBucketAsync(made);
        var results = Encoding.UTF8.GetString(_package.Read(EvidenceNames.Results));
        _package.Write(EvidenceNames.Results, Encoding.UTF8.GetBytes(results.Replace("\"Missing\"", "\"Valid\"", StringComparison.Ordinal)));
        _package.Reseal();

        var found = await _package.TestAsync();

        Assert.Equal("results.incidenttrail HashMismatch", found.Files);
        Assert.NotEqual(_package.Written!.ManifestSha256, found.Summary.ManifestSha256);
    }

    [Fact]
    public async Task A_package_that_was_signed_anew_has_another_manifest_and_no_valid_digest_by_the_keys_of_CloudTrail()
    {
        var forged = new ChainMaker { Key = ChainMaker.SecondKey }.Hours(2);
        using var real = new MadePackage();
        await real.OfBucketAsync(new ChainMaker().Hours(2));
        await _package.OfBucketAsync(forged);

        Assert.NotEqual(real.Written!.ManifestSha256, (await _package.TestAsync()).Summary.ManifestSha256);
        Assert.Equal(0, (await _package.TestAsync(MadeKeys.Usual)).Summary.Digests.Valid);
    }

    [Fact]
    public async Task An_entry_that_is_twice_in_an_archive_is_noticed_also_where_both_are_the_same()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1), asArchive: true);
        Assert.NotEmpty(_package.Names());
        foreach (var name in _package.Names())
        {
            using var other = new MadePackage();
            await other.OfBucketAsync(new ChainMaker().Hours(1), asArchive: true);
            other.Edit(zip =>
            {
                using var twin = zip.CreateEntry(name).Open();
                twin.Write("other"u8);
            });
            var found = await other.TestAsync();
            Assert.True(found.Summary.Files.Unlisted > 0, name);
            Assert.False(found.Summary.IsIntact);
        }
    }

    [Fact]
    public async Task An_archive_s_added_entries_folders_and_comments_are_noticed()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1), asArchive: true);
        var whole = File.ReadAllBytes(_package.Path);
        foreach (var edit in (Action<System.IO.Compression.ZipArchive>[])[
            zip => zip.CreateEntry("note.txt"), zip => zip.CreateEntry("folder/"), zip => zip.CreateEntry("files\\x"), zip => zip.Comment = "hello",
            zip => zip.Entries[0].Comment = "hello", zip => zip.GetEntry(EvidenceNames.Manifest)!.Delete()])
        {
            _package.Edit(edit);
            Assert.NotEqual("", await NoticedAsync("archive", "edited"));
            File.WriteAllBytes(_package.Path, whole);
        }
    }

    [Fact]
    public async Task Bytes_before_between_and_behind_an_archive_s_entries_are_noticed()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1), asArchive: true);
        var whole = File.ReadAllBytes(_package.Path);

        File.WriteAllBytes(_package.Path, [.. "more"u8, .. whole]);
        Assert.False(await IsIntactAsync());
        File.WriteAllBytes(_package.Path, [.. whole, .. "more"u8]);
        Assert.False(await IsIntactAsync());
        // A name that a program sees which reads from the beginning.
        var at = whole.AsSpan().IndexOf("files/"u8);
        File.WriteAllBytes(_package.Path, [.. whole[..at], (byte)'F', .. whole[(at + 1)..]]);
        Assert.False(await IsIntactAsync());
        File.WriteAllBytes(_package.Path, whole);
        Assert.True(await IsIntactAsync());
    }

    private void Write(string[] lines) => _package.Write(EvidenceNames.Manifest, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    private async Task<bool> IsIntactAsync()
    {
        try
        {
            return (await _package.TestAsync()).Summary.IsIntact;
        }
        catch (TrailSourceException)
        {
            return false;
        }
    }

    private async Task<string> NoticedAsync(string what, string how)
    {
        var found = await _package.TestAsync();
        Assert.False(found.Summary.IsIntact, $"{what} {how}");
        return found.Files;
    }
}
