using IncidentTrail.Sources.Files;

namespace IncidentTrail.Tests.Sources.Files;

public sealed class LogFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(100, 100)]
    [InlineData(100, 64)]
    [InlineData(100, 7)]
    [InlineData(0, 10)]
    public void A_file_is_read_whole_whatever_is_asked_for_at_once(int length, int atOnce)
    {
        var bytes = Write(length);
        using var file = Open(listed: length);

        Assert.Equal(bytes, ReadAll(file, atOnce));
    }

    [Theory]
    [InlineData(100L, 160)]
    [InlineData(160L, 100)]
    [InlineData(0L, 100)]
    [InlineData(null, 100)]
    public void A_file_whose_listing_said_another_length_is_read_to_where_it_ends(long? listed, int length)
    {
        var bytes = Write(length);
        using var file = Open(listed);

        Assert.Equal(bytes, ReadAll(file, 1000));
    }

    [Fact]
    public void What_is_written_behind_what_was_listed_is_read_where_all_that_was_asked_for_came()
    {
        var first = Write(64);
        using var file = Open(listed: 64);
        var buffer = new byte[64];
        file.ReadExactly(buffer);

        File.AppendAllText(_path, "more");

        Assert.Equal(first, buffer);
        Assert.Equal("more"u8.ToArray(), ReadAll(file, 64));
    }

    [Fact]
    public void A_file_of_the_listed_length_is_at_its_end_once_less_came_than_was_asked_for()
    {
        Write(64);
        using var file = Open(listed: 64);
        Assert.Equal(64, file.Read(new byte[100]));

        File.AppendAllText(_path, "later");

        Assert.Equal(0, file.Read(new byte[100]));
    }

    [Fact]
    public void One_can_go_back_in_it_and_read_again()
    {
        var bytes = Write(64);
        using var file = Open(listed: 64);
        ReadAll(file, 100);

        file.Position = 60;

        Assert.Equal(bytes[60..], ReadAll(file, 100));
        Assert.Equal((64, 64), (file.Position, file.Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_writer_may_go_on_and_one_that_shares_nothing_is_in_the_way(bool isOpen)
    {
        Write(10);
        using (File.Open(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        using (Open(listed: 10, isOpen))
        {
        }
        using (File.Open(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.ThrowsAny<IOException>(() => Open(listed: 10, isOpen));
        using (Open(listed: 10, isOpen))
            Assert.ThrowsAny<IOException>(() => File.Open(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        File.Open(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
    }

    private static byte[] ReadAll(LogFile file, int atOnce)
    {
        var all = new List<byte>();
        var buffer = new byte[atOnce];
        for (int read; (read = file.Read(buffer)) > 0;)
            all.AddRange(buffer.AsSpan(0, read));
        return [.. all];
    }

    private LogFile Open(long? listed, bool isOpen = false) =>
        new(new TrailLog { Location = _path, Path = _path, Size = listed }, isOpen ? LinuxFile.TryOpen(_path) : null);

    private byte[] Write(int length)
    {
        var bytes = new byte[length];
        new Random(17).NextBytes(bytes);
        File.WriteAllBytes(_path, bytes);
        return bytes;
    }
}
