using static IncidentTrail.Tests.Gzip.GzipReaderTests;

namespace IncidentTrail.Tests.Gzip;

/// <summary>What stands behind a gzip member, and what only looks like another.</summary>
public sealed class GzipMemberTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(100)]
    [InlineData(20_000)]
    public void Bytes_after_the_end_are_named_with_their_place(int junk)
    {
        var whole = GzipBytes.Of(Content);

        var (read, reader) = ReadAll([.. whole, .. Enumerable.Repeat((byte)'x', junk)]);

        Assert.Contains($"at byte {whole.Length}", reader.Fault!.Text);
        Assert.Equal(Content, read);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void A_second_member_is_named_with_its_place_and_not_read(int length)
    {
        var first = GzipBytes.Of(Content[..length]);

        var (read, reader) = ReadAll([.. first, .. GzipBytes.Of("{\"Records\":[]}")]);

        Assert.Contains($"second gzip member begins at byte {first.Length}", reader.Fault!.Text);
        Assert.Equal(Content[..length], read);
    }

    [Fact]
    public void A_second_member_whose_length_equals_the_whole_is_found_too()
    {
        byte[] empty = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

        var (_, reader) = ReadAll([.. empty, .. GzipBytes.Of("{}")]);

        Assert.Contains("second gzip member", reader.Fault!.Text);
    }

    [Fact]
    public void A_members_magic_inside_stored_data_is_no_second_member()
    {
        var content = new byte[200_000];
        new Random(7).NextBytes(content);
        foreach (var at in new[] { 0, 1, 5_000, 65_536, 70_000, 199_990 })
            new byte[] { 0x1F, 0x8B, 8, 0 }.CopyTo(content, at);

        var (read, reader) = ReadAll(GzipBytes.Of(content));

        Assert.Null(reader.Fault);
        Assert.Equal(content, read);
    }
}
