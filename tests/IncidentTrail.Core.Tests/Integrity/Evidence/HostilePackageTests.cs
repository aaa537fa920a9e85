using System.Buffers.Binary;
using System.Text;
using IncidentTrail.Integrity.Evidence;

namespace IncidentTrail.Tests.Integrity.Evidence;

/// <summary>Packages that somebody made to break who tests them, under a manifest that fits.</summary>
public sealed class HostilePackageTests : IDisposable
{
    private readonly MadePackage _package = new();

    public void Dispose() => _package.Dispose();

    [Theory]
    [InlineData(EvidenceNames.Request, """{"AccountId":null,"HasKeys":true}""")]
    [InlineData(EvidenceNames.Request, """{"Region":["us-east-1",null],"HasKeys":true}""")]
    [InlineData(EvidenceNames.Request, "null")]
    [InlineData(EvidenceNames.Keys, """{"PublicKeyList":[{"Value":"\ud800"}]}""")]
    [InlineData(EvidenceNames.Keys, """{"PublicKeyList":[{"Value":"AAAA"}]}""")]
    [InlineData(EvidenceNames.Results, """{"Kind":"\ud800"}""")]
    [InlineData(EvidenceNames.Results, "[]")]
    [InlineData(EvidenceNames.Results, "{}")]
    [InlineData(EvidenceNames.Results, """{"Kind":"Log","Status":"Valid","Location":null}""")]
    [InlineData(EvidenceNames.Results, """{"Status":"Valid","Location":"x"}""")]
    public async Task What_cannot_be_understood_is_a_verdict_on_that_file(string name, string text)
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1));
        _package.Write(name, Encoding.UTF8.GetBytes(text));
        _package.Reseal();

        var found = await _package.TestAsync();

        Assert.Contains(found.Rows, row => row.Status == TrailIntegrityStatus.InvalidFormat && row.Location.EndsWith(name, StringComparison.Ordinal));
        Assert.False(found.Summary.IsIntact);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(1L << 40)]
    public async Task An_entry_that_is_longer_than_its_archive_is_odd(long length)
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1), asArchive: true);
        File.WriteAllBytes(_package.Path, WithLength(File.ReadAllBytes(_package.Path), length));

        using var files = EvidenceArchive.Of(_package.Path);

        Assert.Contains(files!.Odd, odd => odd.Why.Contains("shorter than its entry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entry_named_as_a_folder_that_holds_something_was_added()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1), asArchive: true);
        _package.Edit(zip =>
        {
            using var writer = new StreamWriter(zip.CreateEntry("files/").Open());
            writer.Write("more");
        });

        Assert.Contains(
            (await _package.TestAsync()).Rows, row => row is { Kind: TrailIntegrityKind.File, Status: TrailIntegrityStatus.Unlisted } && row.Location.EndsWith("!/files/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_name_that_some_programs_unpack_by_is_odd()
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1), asArchive: true);
        byte[] name = [0x75, 0x70, 9, 0, 1, 0, 0, 0, 0, .. "evil"u8];
        File.WriteAllBytes(_package.Path, WithExtra(File.ReadAllBytes(_package.Path), name));

        using var files = EvidenceArchive.Of(_package.Path);

        Assert.Contains("second name", Assert.Single(files!.Odd).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(14)]
    [InlineData(18)]
    [InlineData(22)]
    public async Task An_entry_that_is_told_otherwise_before_its_content_is_odd(int field)
    {
        await _package.OfBucketAsync(new ChainMaker().Hours(1), asArchive: true);
        var zip = File.ReadAllBytes(_package.Path);
        zip[field] ^= 8;
        File.WriteAllBytes(_package.Path, zip);

        using var files = EvidenceArchive.Of(_package.Path);

        Assert.Contains("another form", Assert.Single(files!.Odd).Why, StringComparison.Ordinal);
    }

    // The first line of the directory gets the long form of a length.
    private static byte[] WithLength(byte[] zip, long length)
    {
        var line = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(line + 20), uint.MaxValue);
        var extra = new byte[12];
        extra[0] = 1;
        extra[2] = 8;
        BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(4), length);
        return WithExtra(zip, extra);
    }

    // Behind the name in the first line of the directory.
    private static byte[] WithExtra(byte[] zip, byte[] extra)
    {
        var line = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        var end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(line + 30), (ushort)extra.Length);
        var size = zip.AsSpan(end + 12);
        BinaryPrimitives.WriteUInt32LittleEndian(size, BinaryPrimitives.ReadUInt32LittleEndian(size) + (uint)extra.Length);
        var at = line + 46 + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(line + 28));
        return [.. zip[..at], .. extra, .. zip[at..]];
    }
}
