using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentTrail.SampleTrail;

namespace IncidentTrail.Tests.SampleTrail;

public sealed class SampleTrailTests
{
    private static readonly string Folder = Path.Combine(
        typeof(SampleTrailTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(metadata => metadata.Key == "RepositoryRoot").Value!,
        "tests", "data");

    [Fact]
    public void The_committed_files_are_byte_for_byte_what_the_generator_makes() =>
        Assert.Empty(SampleFolder.Differences(Folder));

    [Fact]
    public void The_generator_writes_into_a_folder_what_it_says_it_makes()
    {
        string folder = Directory.CreateTempSubdirectory("sample-trail-").FullName;
        try
        {
            SampleFolder.Write(folder);
            Assert.Empty(SampleFolder.Differences(folder));

            string changed = Path.Combine(folder, "trail-expected.json");
            File.AppendAllText(changed, " ");
            Assert.Equal(["differs: trail-expected.json"], SampleFolder.Differences(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_compressed_file_inflates_to_JSON()
    {
        Assert.NotEmpty(CompressedFiles());
        foreach (string file in CompressedFiles())
        {
            using JsonDocument document = Inflate(file);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(70_000)]
    public void What_the_generator_compresses_the_runtime_inflates(int length)
    {
        var random = new Random(20260310);
        byte[] plain = [.. Enumerable.Range(0, length).Select(_ =>
            (byte)(random.Next(4) == 0 ? random.Next(256) : 'a'))];

        using var inflated = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(GzipFile.Of(plain)), CompressionMode.Decompress))
            gzip.CopyTo(inflated);

        Assert.Equal(plain, inflated.ToArray());
    }

    [Fact]
    public void Every_event_is_delivered_three_to_fifteen_minutes_later_but_for_the_late_file()
    {
        var late = new HashSet<string>();
        foreach (string file in LogFiles())
        {
            string name = Path.GetFileName(file);
            DateTime delivered = DateTime.ParseExact(name.Split('_')[3], "yyyyMMdd'T'HHmm'Z'", null);
            foreach (JsonElement record in Records(file))
            {
                var delay = delivered - DateTime.Parse(record.GetProperty("eventTime").GetString()!.TrimEnd('Z'));
                if (record.TryGetProperty("addendum", out _))
                {
                    Assert.True(delay > TimeSpan.FromMinutes(40), $"{name}: {delay}");
                    late.Add(name);
                }
                else
                    Assert.InRange(delay, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(15));
            }
        }

        Assert.Single(late);
    }

    [Fact]
    public void One_event_is_in_two_files_and_one_call_is_recorded_in_two_accounts()
    {
        var records = LogFiles().SelectMany(Records).ToArray();

        var twice = Assert.Single(records.GroupBy(record => record.GetProperty("eventID").GetString()), group =>
            group.Skip(1).Any());
        Assert.Equal(Call.IdOf("trail", "first summary"), twice.Key);
        Assert.Single(twice.Select(record => record.GetRawText()).Distinct());

        var shared = records.Where(record => record.TryGetProperty("sharedEventID", out _))
            .GroupBy(record => record.GetProperty("sharedEventID").GetString()).Where(group => group.Count() > 1);
        Assert.Equal(["444455556666", "111122223333"],
            Assert.Single(shared).OrderByDescending(record => record.GetProperty("recipientAccountId").GetString())
                .Select(record => record.GetProperty("recipientAccountId").GetString()));
    }

    [Theory]
    [InlineData("trail-expected.json")]
    [InlineData("incidents-expected.json")]
    public void A_table_of_expectations_names_every_record_once_and_where_it_lies(string name)
    {
        using JsonDocument table = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name)));
        var rows = table.RootElement.EnumerateArray().ToArray();

        Assert.Distinct(rows.Select(row => row.GetProperty("eventID").GetString()));
        foreach (var group in rows.GroupBy(row => row.GetProperty("file").GetString()!))
        {
            var ids = Records(Path.Combine(Folder, group.Key)).Select(record =>
                record.GetProperty("eventID").GetString());
            Assert.Superset(group.Select(row => row.GetProperty("eventID").GetString()).ToHashSet(), ids.ToHashSet());
        }
    }

    [Fact]
    public void Two_different_calls_never_share_a_client_token()
    {
        var tokens = (
            from file in LogFiles().Concat(Incidents())
            from record in Records(file)
            let request = record.GetProperty("requestParameters")
            where request.ValueKind == JsonValueKind.Object && request.TryGetProperty("clientToken", out _)
            group record by request.GetProperty("clientToken").GetString()).ToList();

        Assert.NotEmpty(tokens);
        Assert.All(tokens, group => Assert.Single(
            group.Select(record => record.GetProperty("requestParameters").GetRawText()).Distinct()));
    }

    [Fact]
    public void Nothing_in_the_sample_could_belong_to_anybody()
    {
        string all = string.Concat(LogFiles().Concat(Incidents()).SelectMany(Records).Select(record =>
            record.GetRawText()));

        Each(@"[\w.]+@[\w.]+\w", address => Assert.EndsWith("@example.com", address));
        Each(@"(?<=simpleAddress"":"")[^""@]+(?="")", number => Assert.StartsWith("+1-555-01", number));
        Each(@"(?<=""sourceIPAddress"":"")[^""]+", address => Assert.Matches(
            @"^((192\.0\.2|198\.51\.100|203\.0\.113)\.\d+|2001:db8:.+|[a-z0-9.-]+\.amazonaws\.com)$", address));
        Each(@"(?<=arn:aws:[a-z0-9-]*:[a-z0-9-]*:)\d+", account => Assert.Contains(account, new[] { Places.Operations, Places.Application }));

        void Each(string pattern, Action<string> holds)
        {
            var found = Regex.Matches(all, pattern).Select(match => match.Value).ToList();
            Assert.NotEmpty(found);
            Assert.All(found, holds);
        }
    }

    private static string[] CompressedFiles() =>
        Directory.GetFiles(Path.Combine(Folder, "trail"), "*.json.gz", SearchOption.AllDirectories);

    private static string[] LogFiles() =>
        [.. CompressedFiles().Where(file => Path.GetFileName(file).Contains("_CloudTrail_"))];

    private static string[] Incidents() => Directory.GetFiles(Path.Combine(Folder, "incidents"), "*.json");

    private static JsonElement[] Records(string file)
    {
        using JsonDocument log = file.EndsWith(".gz") ? Inflate(file) : JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. log.RootElement.GetProperty("Records").EnumerateArray().Select(record => record.Clone())];
    }

    private static JsonDocument Inflate(string file)
    {
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        return JsonDocument.Parse(gzip);
    }
}
