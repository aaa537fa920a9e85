using System.Text;
using IncidentTrail.Gzip;

namespace IncidentTrail.Tests.Gzip;

public sealed class GzipReaderTests
{
    internal static readonly byte[] Content = MakeContent();

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void A_whole_file_is_read_to_its_end_without_a_fault(int length)
    {
        var (read, reader) = ReadAll(GzipBytes.Of(Content[..length]));

        Assert.Null(reader.Fault);
        Assert.Equal(Content[..length], read);
    }

    [Fact]
    public void Plain_content_is_read_as_it_is()
    {
        var (read, reader) = ReadAll(Content);

        Assert.False(reader.IsGzip);
        Assert.Null(reader.Fault);
        Assert.Equal(Content, read);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    [InlineData(60_000)]
    public void A_file_that_lacks_its_last_bytes_is_truncated_and_gives_only_genuine_content(int missing)
    {
        var (read, reader) = ReadAll(GzipBytes.Of(Content)[..^missing]);

        Assert.Contains("in the middle", reader.Fault!.Text);
        Assert.Equal(Content[..read.Length], read);
    }

    [Fact]
    public void A_file_cut_in_half_still_gives_much_of_what_was_whole()
    {
        var whole = GzipBytes.Of(Content);

        var (read, reader) = ReadAll(whole[..(whole.Length / 2)]);

        Assert.NotNull(reader.Fault);
        Assert.True(read.Length > Content.Length / 4);
        Assert.Equal(Content[..read.Length], read);
    }

    [Fact]
    public void A_wrong_checksum_is_named()
    {
        var bytes = GzipBytes.Of(Content);
        bytes[^8] ^= 0xFF;

        Assert.Contains("checksum", ReadAll(bytes).Reader.Fault!.Text);
    }

    [Fact]
    public void A_wrong_length_is_named()
    {
        var bytes = GzipBytes.Of(Content);
        bytes[^4] ^= 0xFF;

        Assert.Contains("length", ReadAll(bytes).Reader.Fault!.Text);
    }

    [Fact]
    public void A_corrupt_block_ends_the_content_with_a_fault()
    {
        var bytes = GzipBytes.Of(Content);
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xFF);

        var (_, reader) = ReadAll(bytes);

        Assert.NotNull(reader.Fault);
        Assert.True(reader.IsAtEnd);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void What_a_file_with_a_wrong_checksum_or_length_holds_is_given_before_the_fault(int length)
    {
        foreach (var back in new[] { 8, 4 })
        {
            var stored = GzipBytes.Of(Content[..length]);
            stored[^back] ^= 1;

            var (read, reader) = ReadAll(stored);

            Assert.Equal(Content[..length], read);
            Assert.Contains(back == 8 ? "checksum" : "length", reader.Fault!.Text);
        }
    }

    [Fact]
    public void All_that_stands_before_a_corrupt_byte_is_given()
    {
        var stored = GzipBytes.Stored(Content);
        // A stored block's header ends with its length and the same inverted: no inflater goes on from another.
        var header = Enumerable.Range(600_000, 300_000)
            .First(i => BitConverter.ToUInt16(stored, i + 1) == (ushort)~BitConverter.ToUInt16(stored, i + 3));
        stored[header + 1] ^= 0xFF;

        var (read, reader) = ReadAll(stored);

        Assert.Contains("corrupt", reader.Fault!.Text);
        Assert.Equal(Content[..read.Length], read);
        // All but the blocks' headers before it.
        Assert.InRange(read.Length, header - 2_000, header);
    }

    [Fact]
    public void A_magic_met_by_chance_costs_no_second_reading()
    {
        var content = new byte[400_000];
        new Random(8).NextBytes(content);
        for (var at = 10; at < content.Length - 10; at += 9_999)
            new byte[] { 0x1F, 0x8B, 8, 0 }.CopyTo(content, at);

        var (read, reader) = ReadAll(new OneWayStream(GzipBytes.Stored(content)));

        Assert.Null(reader.Fault);
        Assert.Equal(content, read);
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(150_000)]
    public void Not_even_a_length_that_fits_before_it_makes_a_chance_magic_a_second_member(int at)
    {
        var content = new byte[200_000];
        new Random(9).NextBytes(content);
        BitConverter.GetBytes(at).CopyTo(content, at - 4);
        new byte[] { 0x1F, 0x8B, 8, 0 }.CopyTo(content, at);

        var (read, reader) = ReadAll(GzipBytes.Stored(content));

        Assert.Null(reader.Fault);
        Assert.Equal(content, read);
    }

    [Fact]
    public void Content_beyond_the_limit_is_not_inflated()
    {
        var (read, reader) = ReadAll(GzipBytes.Of(new byte[50_000_000]), limit: 1_000_000);

        Assert.Equal(1_000_000, read.Length);
        Assert.Contains("more than 1000000 bytes", reader.Fault!.Text);
    }

    [Fact]
    public void Content_of_exactly_the_limit_is_whole()
    {
        var (read, reader) = ReadAll(GzipBytes.Of(Content), limit: Content.Length);

        Assert.Null(reader.Fault);
        Assert.Equal(Content, read);
    }

    [Fact]
    public void Bytes_that_only_begin_as_gzip_are_corrupt()
    {
        Assert.NotNull(ReadAll([0x1F, 0x8B, 8, 0, 1, 2, 3]).Reader.Fault);
        Assert.NotNull(ReadAll([0x1F, 0x8B]).Reader.Fault);
        Assert.NotNull(ReadAll([0x1F, 0x8B, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]).Reader.Fault);
    }

    internal static (byte[] Content, GzipReader Reader) ReadAll(byte[] stored, long limit = long.MaxValue) =>
        ReadAll(new MemoryStream(stored), limit);

    internal static (byte[] Content, GzipReader Reader) ReadAll(Stream stored, long limit = long.MaxValue)
    {
        using var reader = new GzipReader(stored, limit);
        using var content = new MemoryStream();
        var buffer = new byte[10_000];
        for (int read; (read = reader.Read(buffer)) > 0;)
            content.Write(buffer, 0, read);
        return (content.ToArray(), reader);
    }

    private static byte[] MakeContent()
    {
        var random = new Random(1);
        var text = new StringBuilder();
        while (text.Length < 1_000_000)
            text.Append("{\"eventID\":\"").Append(random.NextInt64()).Append("\",\"eventName\":\"StartIncident\"},");
        return Encoding.UTF8.GetBytes(text.ToString(0, 1_000_000));
    }
}
