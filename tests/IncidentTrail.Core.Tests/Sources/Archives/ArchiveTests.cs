using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sources.Archives;

public sealed class ArchiveTests : IDisposable
{
    private const string Delivered = "111122223333_CloudTrail_us-east-1_20260310T1400Z_AbCdEfGh12345678.json.gz";
    private const string Folder = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidenttrail-");

    public void Dispose() => _folder.Delete(recursive: true);

    public static TheoryData<string> Archives => ["evidence.zip", "evidence.tar", "evidence.tar.gz", "evidence.tgz", "evidence"];

    [Theory, MemberData(nameof(Archives))]
    public void Logs_in_an_archive_are_read_by_their_place_in_it(string name)
    {
        var path = Pack(
            name, (Folder + Delivered, Log("1")), (Folder + "renamed.json.gz", Log("2")), ("export.json", Text("3")), ("notes", Text("4")),
            ("__MACOSX/" + Folder + "._" + Delivered, [1, 2]), (".DS_Store", [0]), (Folder.Replace("CloudTrail", "CloudTrail-Digest") + "a.json.gz", Log("5")),
            (Folder.Replace("CloudTrail", "Config") + "a.json.gz", Log("6")));

        foreach (var place in (string[])[path, _folder.FullName])
        {
            var answer = Read(place);

            Assert.Equal(["1", "2", "3", "4"], answer.Events.Select(e => e.EventId).Order());
            var first = answer.Events.Single(e => e.EventId == "1").Log.Log;
            Assert.Equal(path + "!/" + Folder + Delivered, first.Location);
            Assert.Equal((TrailLogKind.CloudTrail, "111122223333", "us-east-1"), (first.Kind, first.AccountId, first.Region));
            Assert.Equal(new DateTime(2026, 3, 10, 14, 0, 0, DateTimeKind.Utc), first.DeliveryTimeUtc);
            Assert.Equal("us-east-1", answer.Events.Single(e => e.EventId == "2").Log.Log.Region);
            Assert.Empty(answer.Notices);
            Assert.Equal((8, 4, 4), (answer.Coverage.LogsListed, answer.Coverage.LogsRead, answer.Coverage.LogsSkipped));
            Assert.True(answer.Coverage.IsComplete);
        }
    }

    [Theory, MemberData(nameof(Archives))]
    public void A_log_of_an_archive_is_read_by_its_own_path(string name)
    {
        var path = Pack(name, ("a.json", Text("1")), ("b.json", Text("2")), ("c.json", Text("3")));

        var answer = LogReading.ReadSource(new FileSource([path + "!/c.json", path + "!/a.json", path + "!/d.json"]));

        Assert.Equal(["1", "3"], answer.Events.Select(e => e.EventId).Order());
        Assert.Equal(TrailFaultKind.SourceNotFound, Assert.Single(answer.Coverage.Faults).Kind);
        Assert.Contains("!/d.json", answer.Coverage.Faults.Single().Message);
    }

    // Compress-Archive of PowerShell 7.6.9 makes such (findings/powershell-archive-holds-a-name-twice.sh).
    [Theory, MemberData(nameof(Archives))]
    public void All_files_of_one_name_are_read_by_it(string name)
    {
        var place = Pack(name, ("a.json", Text("1")), ("b.json", Text("2")), ("a.json", Text("3"))) + "!/a.json";
        Assert.Equal(["1", "3"], LogReading.ReadSource(new FileSource([place])).Events.Select(e => e.EventId).Order());
    }

    [Theory, MemberData(nameof(Archives))]
    public void An_archive_that_is_cut_is_one_fault_and_the_answer_is_not_complete(string name)
    {
        var path = Pack(name, ("a.json", Text("1")), ("b.json", RandomText()));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^700]);

        var answer = Read(path);

        var fault = Assert.Single(answer.Coverage.Faults);
        Assert.Contains(path, fault.Message);
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public void What_is_too_large_for_memory_is_read_as_it_comes_and_many_at_once()
    {
        var large = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, 40_000).Select(i => Record($"{i}", new string('x', 400)))) + "]");
        Assert.True(large.Length > 17 << 20);
        foreach (var name in (string[])["a.zip", "b.tar", "c.tgz"])
        {
            var path = Pack(name, ("a.json", large), ("b.json", large), ("c.json", Text("last")));

            var answer = Read(path);

            Assert.Equal(40_001, answer.Events.Count);
            Assert.Equal(40_000, answer.Coverage.RecordsDuplicate);
            Assert.Equal(3, answer.Coverage.LogsRead);
            Assert.Empty(answer.Coverage.Faults);
        }
    }

    [Theory]
    [InlineData("bomb.zip")]
    [InlineData("bomb.tgz")]
    public void A_bomb_is_stopped_at_the_limit(string name)
    {
        var path = Pack(name, ("a.json", new byte[8 << 20]));

        var answer = LogReading.ReadSource(new FileSource([path]), new TrailQuery { MaxInflatedSize = 1 << 20 });

        var fault = Assert.Single(answer.Coverage.Faults);
        Assert.Contains("1048576", fault.Message);
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public void Many_files_that_are_small_each_are_stopped_where_they_are_too_much_together()
    {
        var path = Pack("bomb.zip", [.. Enumerable.Range(0, 200).Select(i => ($"{i}.json", new byte[900 << 10]))]);

        var answer = LogReading.ReadSource(new FileSource([path]), new TrailQuery { MaxInflatedSize = 1 << 20 });

        Assert.Contains(answer.Coverage.Faults, f => f.Target == path && f.Message.Contains("more than"));
    }

    [Fact]
    public void Hostile_names_are_names_and_nothing_is_written()
    {
        var path = Pack("evil.zip", ("../../outside.json", Text("1")), ("/etc/x.json", Text("2")), ("C:\\x.json", Text("3")));

        Assert.Equal(["1", "2", "3"], Read(path).Events.Select(e => e.EventId).Order());
        Assert.Equal([path], Directory.GetFiles(_folder.FullName));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "..", "..", "outside.json")));
    }

    [Theory]
    [InlineData("x.json.bz2", "425A68393141592653590000", "bunzip2")]
    [InlineData("x.json.xz", "FD377A585A00000000000000", "unxz")]
    [InlineData("x.json.zst", "28B52FFD0000000000000000", "unzstd")]
    [InlineData("x.7z", "377ABCAF271C000000000000", "7z x")]
    [InlineData("x.parquet", "504152310000000000000000", "trail's log files")]
    [InlineData("export.csv", "4576656E74206E616D652C4576656E742074696D650A532C320A", "JSON")]
    public void A_form_that_is_not_read_is_one_warning_in_a_folder_and_one_error_where_it_is_named(string name, string hex, string remedy)
    {
        Write("a.json", Text("1"));
        var path = Write(name, Convert.FromHexString(hex));

        var below = Read(_folder.FullName);
        var named = Read(path);

        var said = Assert.Single(below.Notices);
        Assert.Equal(TrailNoticeKind.Warning, said.Kind);
        Assert.Contains(path, said.Text);
        Assert.Contains(remedy, said.Text);
        Assert.False(below.Coverage.IsComplete);
        Assert.Single(below.Events);
        var fault = Assert.Single(named.Coverage.Faults);
        Assert.Contains(remedy, fault.Remedy);
        Assert.DoesNotContain(fault.Message + said.Text, char.IsControl);
        Assert.DoesNotContain("tamper", fault.Message + fault.Remedy + said.Text);
    }

    [Fact]
    public void Files_that_are_encrypted_are_counted_in_one_fault_and_the_others_are_read()
    {
        var path = Pack("secret.zip", ("a.json", Text("1")), ("b.json", Text("2")), ("c.json", Text("3")));
        var bytes = File.ReadAllBytes(path);
        // The flag of encryption stands in the directory and in front of each file.
        foreach (var (mark, flag) in ((byte[], int)[])[([0x50, 0x4B, 1, 2], 8), ([0x50, 0x4B, 3, 4], 6)])
        {
            var second = bytes.AsSpan().IndexOf(mark) + 4;
            second += bytes.AsSpan(second).IndexOf(mark);
            bytes[second + flag] |= 1;
            bytes[second + 4 + bytes.AsSpan(second + 4).IndexOf(mark) + flag] |= 1;
        }
        File.WriteAllBytes(path, bytes);

        var answer = Read(path);

        Assert.Equal("1", Assert.Single(answer.Events).EventId);
        var fault = Assert.Single(answer.Coverage.Faults);
        Assert.Contains("2 files are encrypted", fault.Message);
        Assert.Contains("b.json", fault.Message);
        Assert.Contains("7z x", fault.Remedy);
    }

    [Fact]
    public void An_archive_in_an_archive_is_named_and_the_answer_is_not_complete()
    {
        var inner = File.ReadAllBytes(Pack("inner", ("a.json", Text("2"))));
        var path = Pack("outer.zip", ("a.json", Text("1")), ("inner.zip", inner));

        var answer = Read(path);

        Assert.Equal("1", Assert.Single(answer.Events).EventId);
        Assert.Contains("inner.zip", Assert.Single(answer.Notices, n => n.IsOfGap).Text);
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public void A_named_archive_without_logs_says_so_and_one_in_a_folder_need_hold_none()
    {
        Write("a.json", Text("1"));
        var path = Pack("letter.docx", ("word/document.xml", "<?xml version=\"1.0\"?><w/>"u8.ToArray()));

        Assert.Contains("holds no log", Assert.Single(Read(path).Notices, n => n.IsOfGap).Text);
        Assert.True(Read(_folder.FullName).Coverage.IsComplete);
    }

    private static LogReading.LogAnswer Read(string path) => LogReading.ReadSource(new FileSource([path]));

    private static string Record(string id, string text = "") =>
        $$$"""{"eventVersion":"1.11","userIdentity":{"type":"Root"},"eventName":"StartIncident","eventID":"{{{id}}}","errorMessage":"{{{text}}}"}""";

    private static byte[] Text(string id) => Encoding.UTF8.GetBytes(Record(id));

    private static byte[] Log(string id) => GzipBytes.Of("{\"Records\":[" + Record(id) + "]}");

    private static byte[] RandomText()
    {
        var bytes = new byte[60_000];
        new Random(7).NextBytes(bytes);
        return Encoding.UTF8.GetBytes(Record("2", Convert.ToBase64String(bytes)));
    }

    private string Write(string name, byte[] stored)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, stored);
        return path;
    }

    private string Pack(string name, params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        if (name.Contains(".t"))
        {
            var isCompressed = name.EndsWith("gz", StringComparison.Ordinal);
            using var gzip = isCompressed ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true) : null;
            using var tar = new TarWriter((Stream?)gzip ?? packed, leaveOpen: true);
            foreach (var (file, content) in files)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, file) { DataStream = new MemoryStream(content) });
        }
        else
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (file, content) in files)
            {
                using var entry = zip.CreateEntry(file).Open();
                entry.Write(content);
            }
        }
        return Write(name, packed.ToArray());
    }
}
