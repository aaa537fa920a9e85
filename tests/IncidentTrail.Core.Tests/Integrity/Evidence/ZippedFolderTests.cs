using System.Buffers.Binary;
using System.IO.Compression;
using IncidentTrail.Integrity.Evidence;

namespace IncidentTrail.Tests.Integrity.Evidence;

/// <summary>Packages that somebody zipped with the folder around them, as programs do that compress a folder.</summary>
public sealed class ZippedFolderTests : IDisposable
{
    private readonly MadePackage _package = new();

    public void Dispose() => _package.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_package_in_a_folder_is_intact_whether_its_sizes_stand_before_or_behind_the_content(bool isDeferred)
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(3));
        Zip(isDeferred, around: "march/");

        var found = await _package.TestAsync();

        Assert.Equal("", found.Files);
        Assert.True(found.Summary.IsIntact);
        Assert.Equal((3, 6, 5), (found.Summary.Digests.Valid, found.Summary.Logs.Valid, found.Summary.Files.Valid));
        Assert.Equal(_package.Written!.ManifestSha256, found.Summary.ManifestSha256);
        Assert.Contains(found.Rows, row => row.Location == $"{_package.Path}!/march/{EvidenceNames.Manifest}");
    }

    [Fact]
    public async Task A_copy_that_was_packed_is_found_again_in_a_folder()
    {
        await _package.OfCopyAsync(new ChainMaker().Hours(2));
        Zip(isDeferred: true, around: "märz 2026/");

        var found = await _package.TestAsync();

        Assert.Equal(("", true), (found.Files, found.Summary.IsIntact));
    }

    [Theory]
    [InlineData("__MACOSX/march/._request.incidenttrail")]
    [InlineData("other/")]
    [InlineData("x.json")]
    [InlineData("March/manifest.txt")]
    [InlineData("../march/x.json")]
    public async Task What_lies_beside_the_folder_was_added(string name)
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        Zip(isDeferred: false, around: "march/");
        _package.Edit(zip => zip.CreateEntry(name));

        var found = await _package.TestAsync();

        Assert.Equal(
            ($"{_package.Path}!/{name}", false), (Assert.Single(found.Rows, row => row.Status == TrailIntegrityStatus.Unlisted).Location, found.Summary.IsIntact));
    }

    [Theory]
    [InlineData("march/../x.json")]
    [InlineData("march/files/x.json")]
    [InlineData("march/march/manifest.incidenttrail")]
    public async Task What_lies_in_it_and_is_not_named_was_added(string name)
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        Zip(isDeferred: false, around: "march/");
        _package.Edit(zip => zip.CreateEntry(name));

        var found = await _package.TestAsync();

        Assert.Equal($"{_package.Path}!/{name}", Assert.Single(found.Rows, row => row.Status == TrailIntegrityStatus.Unlisted).Location);
    }

    [Theory]
    [InlineData("april/manifest.incidenttrail")]
    [InlineData("./manifest.incidenttrail")]
    public async Task Of_two_folders_that_may_be_the_package_none_is(string name)
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        Zip(isDeferred: false, around: "march/");
        _package.Edit(zip => zip.CreateEntry(name));

        Assert.Null(EvidencePackage.Open(_package.Path));
    }

    [Fact]
    public async Task Another_entry_hidden_behind_content_whose_size_follows_is_odd()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        Zip(isDeferred: true, around: "march/");
        File.WriteAllBytes(_package.Path, WithHidden(File.ReadAllBytes(_package.Path)));

        using var files = EvidenceArchive.Of(_package.Path);

        Assert.Contains("behind the content", Assert.Single(files!.Odd).Why, StringComparison.Ordinal);
    }

    // As libarchive writes it, by which GNOME compresses a folder.
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_size_may_stand_before_the_content_too_where_it_is_the_same(int more, bool isIntact)
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        Zip(isDeferred: true, around: "march/");
        var bytes = File.ReadAllBytes(_package.Path);
        using (var zip = ZipFile.OpenRead(_package.Path))
        {
            var name = System.Text.Encoding.UTF8.GetBytes(zip.Entries[1].FullName);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(bytes.AsSpan().IndexOf(name) - 30 + 22), (int)zip.Entries[1].Length + more);
        }
        File.WriteAllBytes(_package.Path, bytes);

        using var files = EvidenceArchive.Of(_package.Path);

        Assert.Equal(isIntact, files!.Odd.Count == 0);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    public async Task An_entry_that_is_told_otherwise_behind_its_content_is_odd(int field)
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        Zip(isDeferred: true, around: "march/");
        var zip = File.ReadAllBytes(_package.Path);
        zip[zip.AsSpan().IndexOf("PK\x07\x08"u8) + field] ^= 1;
        File.WriteAllBytes(_package.Path, zip);

        using var files = EvidenceArchive.Of(_package.Path);

        Assert.Contains("another form", Assert.Single(files!.Odd).Why, StringComparison.Ordinal);
    }

    // What .NET writes to a stream that does not go back has its sizes behind the content.
    private void Zip(bool isDeferred, string around)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(isDeferred ? new OneWayWriter(file) : file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(around);
            foreach (var name in _package.Names())
            {
                using var entry = zip.CreateEntry(around + name).Open();
                entry.Write(_package.Read(name));
            }
        }
        _package.Become(file.ToArray());
    }

    // Behind the content of the last entry, within the size that its directory tells.
    private static byte[] WithHidden(byte[] zip)
    {
        var line = zip.AsSpan().LastIndexOf("PK\x01\x02"u8);
        var end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        var directory = BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(end + 16));
        var descriptor = zip.AsSpan(0, directory).LastIndexOf("PK\x07\x08"u8);
        byte[] hidden = [.. zip[descriptor..directory], .. "PK\x03\x04"u8, .. new byte[26]];
        foreach (var at in new[] { line + 20, descriptor + 8 })
            BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(at), BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(at)) + hidden.Length);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(end + 16), directory + hidden.Length);
        return [.. zip[..descriptor], .. hidden, .. zip[descriptor..]];
    }
}
