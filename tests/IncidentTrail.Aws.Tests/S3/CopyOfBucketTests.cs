using IncidentTrail.Sources;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>A window, accounts and Regions choose the same logs of a bucket and of its copy.</summary>
public sealed class CopyOfBucketTests : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("incidenttrail-");

    public void Dispose() => _copy.Delete(recursive: true);

    [Theory]
    [InlineData("AWSLogs/")]
    [InlineData("AWSLogs/o-exampleorgid/")]
    [InlineData("o-exampleorgid/AWSLogs/o-exampleorgid/")]
    [InlineData("logs/of/AWSLogs/")]
    public async Task A_bucket_and_its_copy_give_the_same_logs(string root)
    {
        using var server = Fill(root);
        var prefix = root.StartsWith("logs", StringComparison.Ordinal) ? "logs/of" : null;
        foreach (var query in Queries())
        {
            using var question = new BucketQuestion(server, new TrailBucket { BucketName = "trail", KeyPrefix = prefix });
            await question.ListAsync(query);

            var (found, _, _) = await ListAsync("", query);

            Assert.Equal(question.Keys, found);
        }
        var all = await ListAsync("", new TrailQuery());
        Assert.Equal(2 * 2 * 34 * 4, all.Found.Count);
    }

    [Theory]
    [InlineData("AWSLogs/")]
    [InlineData("AWSLogs/444455556666/")]
    [InlineData("AWSLogs/444455556666/CloudTrail/")]
    [InlineData("AWSLogs/444455556666/CloudTrail/us-east-1/")]
    [InlineData("AWSLogs/444455556666/CloudTrail/us-east-1/2026/01/02/")]
    public async Task A_part_of_the_copy_gives_the_bucket_s_logs_of_that_part(string part)
    {
        using var server = Fill("AWSLogs/");
        var moved = Directory.CreateTempSubdirectory("incidenttrail-");
        try
        {
            var bare = Path.Combine(moved.FullName, "bare");
            CopyTo(Path.Combine(_copy.FullName, part), bare);
            foreach (var query in Queries())
            {
                using var question = new BucketQuestion(server);
                await question.ListAsync(query);
                var expected = question.Keys.Where(key => key.StartsWith(part, StringComparison.Ordinal)).ToList();

                var (found, _, _) = await ListAsync(part, query);
                var (loose, _, _) = await ListAsync(bare, query);

                Assert.Equal(expected, found.Select(name => part + name));
                Assert.Equal(expected, loose.Select(name => part + name));
            }
        }
        finally
        {
            moved.Delete(recursive: true);
        }
    }

    private static IEnumerable<TrailQuery> Queries() =>
        from accounts in new string[][] { [], ["444455556666"], ["1111*", "777788889999"] }
        from regions in new string[][] { [], ["us-east-1"], ["*-west-*"] }
        from window in new (string? Start, string? End)[]
        {
            (null, null), ("2026-01-02 00:00", "2026-01-03 00:00"), ("2025-12-31 12:07", "2025-12-31 12:08"), ("2026-01-10 00:00", null),
            (null, "2025-12-30 06:00"), ("2026-03-01 00:00", "2026-03-02 00:00"),
        }
        from slack in new double[] { 0, 1, 6.5 }
        select new TrailQuery
        {
            AccountId = accounts, Region = regions, DeliverySlack = TimeSpan.FromDays(slack), EventCategory = ["Management"],
            StartTimeUtc = window.Start is { } start ? TrailKeys.Utc(start) : null, EndTimeUtc = window.End is { } end ? TrailKeys.Utc(end) : null,
        };

    private async Task<(List<string> Found, TrailSourceCoverage Entry, List<TrailNotice> Notices)> ListAsync(string part, TrailQuery query)
    {
        var root = Path.Combine(_copy.FullName, part);
        var source = new FileSource([root]);
        var coverage = new TrailCoverage();
        var entry = coverage.AccountOf(source).Entry;
        List<string> found = [];
        List<TrailNotice> notices = [];
        await foreach (var item in source.ListAsync(query, entry, CancellationToken.None))
        {
            if (item is FoundLog log)
                found.Add(Path.GetRelativePath(root, log.Log.Path!).Replace('\\', '/'));
            else if (item is SourceNotice said)
                notices.Add(said.Notice);
        }
        return (found, entry, notices);
    }

    // Two accounts in two Regions, four logs a day over the turn of a year, in a bucket and on disk.
    private BucketServer Fill(string root)
    {
        var server = new BucketServer();
        for (var minute = TrailKeys.Utc("2025-12-15 00:00"); minute < TrailKeys.Utc("2026-01-18 00:00"); minute = minute.AddHours(6))
        {
            foreach (var account in (string[])["111122223333", "444455556666"])
            {
                foreach (var region in (string[])["eu-west-1", "us-east-1"])
                {
                    var key = TrailKeys.Log(minute.ToString("yyyy-MM-dd HH:mm"), account, region, root);
                    server.Content.Put(key, "x");
                    var path = Path.Combine(_copy.FullName, key);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.WriteAllText(path, "x");
                }
            }
        }
        return server;
    }

    private static void CopyTo(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
    }
}
