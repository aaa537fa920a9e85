using System.Formats.Tar;
using System.IO.Compression;
using IncidentTrail.Tests.Gzip;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sources.Archives;

/// <summary>An archive of a trail gives and counts what the folder does that it was: what an account's, a Region's or a kind's folder leaves out, too.</summary>
public sealed class ArchivedTrailTests : IDisposable
{
    private const string Mine = "111122223333";
    private const string Other = "444455556666";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidenttrail-");
    private readonly string _trail;

    public ArchivedTrailTests()
    {
        _trail = Path.Combine(_folder.FullName, "trail");
        foreach (var (account, region, day) in new[] { (Mine, "us-east-1", "10"), (Mine, "eu-west-1", "10"), (Other, "us-east-1", "10"), (Mine, "us-east-1", "20") })
        {
            var days = $"AWSLogs/{account}/CloudTrail/{region}/2026/03/{day}";
            Write($"{days}/{account}_CloudTrail_{region}_202603{day}T1400Z_AbCdEfGh12345678.json.gz", GzipBytes.Of(Log(account, region, day)));
            Write($"{days}/export.json", System.Text.Encoding.UTF8.GetBytes(Log(account, region, day + "x")));
            // What cannot be read there takes nothing from an answer that does not need it.
            Write($"{days}/damaged.json.gz", GzipBytes.Of(Log(account, region, "cut"))[..^20]);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    public static TheoryData<string?, string?, string?, bool> Questions => new()
    {
        { null, null, null, false }, { Mine, null, null, false }, { Other, null, null, false }, { "999988887777", null, null, false },
        { null, "eu-*", null, false }, { Mine, "us-east-1", null, true }, { null, null, "Insight", false }, { Mine, null, "Insight", true },
        { null, null, null, true },
    };

    [Theory, MemberData(nameof(Questions))]
    public void It_is_counted_as_the_folder_is(string? account, string? region, string? category, bool hasWindow)
    {
        var query = new TrailQuery
        {
            AllServices = true, AccountId = account is null ? [] : [account], Region = region is null ? [] : [region],
            EventCategory = category is null ? [] : [category],
            StartTimeUtc = hasWindow ? new DateTime(2026, 3, 10, 0, 0, 0, DateTimeKind.Utc) : null,
            EndTimeUtc = hasWindow ? new DateTime(2026, 3, 11, 0, 0, 0, DateTimeKind.Utc) : null,
        };
        var folder = Counted(_trail, query);

        foreach (var archive in (string[])[Path.Combine(_folder.FullName, "a.zip"), Path.Combine(_folder.FullName, "a.tar.gz")])
        {
            Pack(archive);
            Assert.Equal(folder, Counted(archive, query));
        }
    }

    [Fact]
    public void A_trail_without_insights_is_a_trail()
    {
        var answer = LogReading.ReadSource(new FileSource([_trail]), new TrailQuery { EventCategory = ["Insight"] });

        Assert.Empty(answer.Notices);
        Assert.Equal((0, true), (answer.Coverage.LogsRead, answer.Coverage.IsComplete));
    }

    private static string Counted(string place, TrailQuery query)
    {
        var (events, coverage, _) = LogReading.ReadSource(new FileSource([place]), query);
        var counts = $"{coverage.LogsListed} {coverage.LogsRead} {coverage.LogsFailed} {coverage.RecordsRead} {coverage.RecordsKept} {coverage.RecordsDropped} {coverage.IsComplete}";
        return $"{counts} {string.Join(",", events.Select(e => e.EventId).Order(StringComparer.Ordinal))}";
    }

    private static string Log(string account, string region, string id) =>
        "{\"Records\":[{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"Root\"},\"eventTime\":\"2026-03-10T12:00:00Z\","
        + $"\"awsRegion\":\"{region}\",\"recipientAccountId\":\"{account}\",\"eventName\":\"StartIncident\",\"eventID\":\"{account}-{region}-{id}\"}}]}}";

    private void Write(string key, byte[] content)
    {
        var path = Path.Combine(_trail, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private void Pack(string archive)
    {
        if (archive.EndsWith("zip", StringComparison.Ordinal))
        {
            ZipFile.CreateFromDirectory(_trail, archive);
            return;
        }
        using var gzip = new GZipStream(File.Create(archive), CompressionLevel.Fastest);
        TarFile.CreateFromDirectory(_trail, gzip, includeBaseDirectory: false);
    }
}
