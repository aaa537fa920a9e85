using System.Text;
using IncidentTrail.Sources.Names;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sources.Files;

public sealed class FileSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidenttrail-");

    public void Dispose() => _folder.Delete(recursive: true);

    public static TheoryData<byte[]> Blanks =>
    [
        Array.Empty<byte>(),
        " \r\n\t\n"u8.ToArray(),
        new byte[] { 0xEF, 0xBB, 0xBF },
        Convert.FromHexString("1F8B080000000000000303000000000000000000"),
        GzipBytes.Of("\n\n  \n"),
    ];

    [Theory, MemberData(nameof(Blanks))]
    public void A_named_file_without_anything_in_it_is_warned_of(byte[] stored)
    {
        var answer = Read(Write("blank.json.gz", stored));

        var notice = Assert.Single(answer.Notices);
        Assert.Equal(TrailNoticeKind.Warning, notice.Kind);
        Assert.Contains("blank.json.gz", notice.Text);
        Assert.Empty(answer.Coverage.Faults);
    }

    [Theory]
    [InlineData("{\"Records\":[]}")]
    [InlineData("[]")]
    public void A_log_that_says_it_holds_no_record_is_no_cause_for_a_warning(string text)
    {
        Assert.Empty(Read(Write("none.json", Encoding.UTF8.GetBytes(text))).Notices);
        Assert.Empty(Read(Write("none.json.gz", GzipBytes.Of(text))).Notices);
    }

    [Fact]
    public void A_file_that_is_cut_short_is_a_fault_and_not_empty_as_well()
    {
        var answer = Read(Write("cut.json.gz", GzipBytes.Of("{\"Records\":[]}")[..12]));

        Assert.Equal(TrailNoticeKind.Fault, Assert.Single(answer.Notices).Kind);
    }

    [Fact]
    public void A_file_that_is_written_between_its_listing_and_its_turn_is_read()
    {
        Write("a.json", "{}"u8.ToArray());
        var late = Write("b.json", []);
        using var items = new FileSource([_folder.FullName]).List(long.MaxValue, new PassedOver(new LogFilter(new TrailQuery())), CancellationToken.None).GetEnumerator();
        Assert.True(items.MoveNext());

        File.WriteAllText(late, "{\"Records\":[{\"eventID\":\"1\"}]}");
        Assert.True(items.MoveNext());

        Assert.IsType<FoundLog>(items.Current);
        Assert.False(items.MoveNext());
    }

    [Fact]
    public void A_link_to_a_folder_is_named_and_not_followed()
    {
        var target = Directory.CreateTempSubdirectory("incidenttrail-");
        try
        {
            File.WriteAllText(Path.Combine(target.FullName, "a.json"), "{\"Records\":[{\"eventID\":\"1\"}]}");
            var link = Path.Combine(_folder.FullName, "link");
            Directory.CreateSymbolicLink(link, target.FullName);

            var below = Read(_folder.FullName);
            var named = Read(link);

            Assert.Empty(below.Events);
            Assert.Contains(link, Assert.Single(below.Notices, n => n.Kind == TrailNoticeKind.Warning).Text);
            Assert.Single(named.Events);
            Assert.Empty(named.Notices);
        }
        catch (UnauthorizedAccessException)
        {
            // Windows lets only some accounts make links.
        }
        finally
        {
            target.Delete(recursive: true);
        }
    }

    [Fact]
    public void Of_a_link_to_a_log_size_and_time_are_the_logs()
    {
        if (OperatingSystem.IsWindows())
            return; // Links are made there by some accounts alone.
        var path = Write("a.json", "{\"Records\":[{\"eventID\":\"1\"}]}"u8.ToArray());
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 3, 10, 14, 0, 0, DateTimeKind.Utc));
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "b.json"), "a.json");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "c.json"), "c.json");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "d.json"), "nowhere");

        var below = Listed(_folder.FullName).ToDictionary(log => Path.GetFileName(log.Path!));
        var named = Assert.Single(Listed(Path.Combine(_folder.FullName, "b.json")));

        Assert.Equal(["a.json", "b.json", "c.json", "d.json"], below.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((29, below["a.json"].LastModifiedUtc), (below["b.json"].Size, below["b.json"].LastModifiedUtc));
        Assert.Equal((29, below["a.json"].LastModifiedUtc), (named.Size, named.LastModifiedUtc));
        Assert.Null(below["d.json"].Size);
    }

    private static List<TrailLog> Listed(string path) =>
        [.. new FileSource([path]).List(long.MaxValue, new PassedOver(new LogFilter(new TrailQuery())), CancellationToken.None)
            .OfType<FoundLog>().Select(found => found.Log)];

    private static LogReading.LogAnswer Read(string path) => LogReading.ReadSource(new FileSource([path]));

    private string Write(string name, byte[] stored)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, stored);
        return path;
    }
}
