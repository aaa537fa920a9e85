using static IncidentTrail.Tests.Gzip.GzipReaderTests;

namespace IncidentTrail.Tests.Gzip;

/// <summary>What stands behind a gzip member, and what only looks like another.</summary>
public sealed class GzipMemberTests
{
    private static readonly byte[] Empty = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

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
    public void A_second_member_is_read_and_its_place_known(int length)
    {
        var first = GzipBytes.Of(Content[..length]);

        var (read, reader) = ReadAll([.. first, .. GzipBytes.Of("{\"Records\":[]}")]);

        Assert.Null(reader.Fault);
        Assert.Equal(first.Length, reader.SecondMember);
        Assert.Equal([.. Content[..length], .. "{\"Records\":[]}"u8], read);
    }

    [Fact]
    public void A_file_of_one_member_has_no_second() => Assert.Null(ReadAll(GzipBytes.Of(Content)).Reader.SecondMember);

    [Fact]
    public void An_empty_first_member_hides_nothing()
    {
        var (read, reader) = ReadAll([.. Empty, .. GzipBytes.Of("{}")]);

        Assert.Null(reader.Fault);
        Assert.Equal("{}"u8.ToArray(), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("\n")]
    public void Many_small_members_are_read_whatever_pads_them(string padding)
    {
        var random = new Random(11);
        using var stored = new MemoryStream();
        using var content = new MemoryStream();
        for (var i = 0; i < 400; i++)
        {
            // Some are empty, and some are stored, so that a boundary falls on every place of a chunk.
            var part = Content.AsSpan(random.Next(Content.Length - 2_000), i % 7 == 0 ? 0 : random.Next(1, 2_000)).ToArray();
            content.Write(part);
            stored.Write(part.Length == 0 ? Empty : i % 2 == 0 ? GzipBytes.Of(part) : GzipBytes.Stored(part));
            stored.Write(System.Text.Encoding.ASCII.GetBytes(padding));
        }

        var (read, reader) = ReadAll(stored.ToArray());

        Assert.Null(reader.Fault);
        Assert.Equal(content.ToArray(), read);
    }

    [Theory]
    [InlineData(65_533)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public void A_member_that_begins_where_a_chunk_ends_is_known(int at)
    {
        var first = GzipBytes.Stored(Content[..(at - GzipBytes.Stored(Content[..65_000]).Length + 65_000)]);
        Assert.Equal(at, first.Length);

        var (read, reader) = ReadAll([.. first, .. GzipBytes.Of("{}")]);

        Assert.Null(reader.Fault);
        Assert.Equal(at, reader.SecondMember);
        Assert.EndsWith("{}", System.Text.Encoding.UTF8.GetString(read));
    }

    [Fact]
    public void A_fault_in_a_later_member_ends_the_content_behind_the_whole_ones()
    {
        var second = GzipBytes.Of(Content[..5_000]);
        second[^8] ^= 1;

        var (read, reader) = ReadAll([.. GzipBytes.Of(Content[..1_000]), .. second]);

        Assert.Contains("checksum", reader.Fault!.Text);
        Assert.Equal([.. Content[..1_000], .. Content[..5_000]], read);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(" \t \n\n")]
    public void A_line_end_behind_the_only_member_is_no_fault(string blanks)
    {
        var whole = GzipBytes.Of(Content);

        foreach (var stored in new[] { whole, GzipBytes.Of(whole) })
        {
            var (read, reader) = ReadAll([.. stored, .. System.Text.Encoding.ASCII.GetBytes(blanks)]);

            Assert.Null(reader.Fault);
            Assert.Null(reader.SecondMember);
            Assert.Equal(stored.Length, reader.Blanks);
            Assert.Equal(Content, read);
        }
    }

    [Fact]
    public void Zeros_behind_the_only_member_are_still_said()
    {
        var whole = GzipBytes.Of(Content);

        Assert.Contains($"at byte {whole.Length}", ReadAll([.. whole, 0, 0, 0]).Reader.Fault!.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Gzip_in_gzip_is_inflated_as_often_as_it_was_compressed(int times)
    {
        byte[] stored = [.. GzipBytes.Of(Content[..70_000]), .. GzipBytes.Of(Content[70_000..])];
        for (var i = 0; i < times; i++)
            stored = GzipBytes.Of(stored);

        var (read, reader) = ReadAll(stored);

        Assert.Null(reader.Fault);
        Assert.True(reader.IsGzip);
        Assert.Equal(stored.Length, reader.Stored);
        Assert.Equal(Content, read);
    }

    [Fact]
    public void A_fault_inside_gzip_in_gzip_is_named_and_what_stood_before_it_given()
    {
        var inner = GzipBytes.Of(Content);
        inner[^8] ^= 1;

        var (read, reader) = ReadAll(GzipBytes.Of(inner));

        Assert.Contains("checksum", reader.Fault!.Text);
        Assert.Equal(Content, read);
    }

    [Fact]
    public void No_layer_of_gzip_in_gzip_goes_beyond_the_limit()
    {
        var bomb = GzipBytes.Of(GzipBytes.Of(new byte[50_000_000]));

        var (read, reader) = ReadAll(bomb, limit: 1_000_000);

        Assert.Equal(1_000_000, read.Length);
        Assert.Contains("more than 1000000 bytes", reader.Fault!.Text);
        Assert.Contains("gzip in gzip", ReadAll(Enumerable.Range(0, 6).Aggregate(bomb, (b, _) => GzipBytes.Of(b))).Reader.Fault!.Text);
    }

    [Fact]
    public void A_plain_file_has_no_limit() => Assert.Equal(Content, ReadAll(Content, limit: 1_000).Content);

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
