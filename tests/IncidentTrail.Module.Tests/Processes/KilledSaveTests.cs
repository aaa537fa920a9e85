using System.IO.Compression;
using System.Text;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.S3;

namespace IncidentTrail.Module.Tests.Processes;

/// <summary>A process that saves a bucket is killed, again and again, and what the last one leaves is what one that ran through leaves.</summary>
public sealed class KilledSaveTests : IDisposable
{
    private const int Logs = 120;
    private const string LastKey = "AKIDLASTEXAMPLE";

    // Larger than what is held in memory until it is whole: they go to the disk as they come.
    private static readonly int[] Large = [10, 45, 80];

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-killed-").FullName;
    private readonly List<string> _keys = [];
    private readonly BucketServer _server = new() { PageSize = 40, Latency = TimeSpan.FromMilliseconds(15) };

    public KilledSaveTests()
    {
        var random = new Random(20260102);
        var first = TrailKeys.Utc("2026-01-02 00:00");
        for (var i = 0; i < Logs; i++)
        {
            var kind = i % 10 == 3 ? "CloudTrail-Digest" : "CloudTrail";
            _keys.Add(TrailKeys.Log(first.AddMinutes(i).ToString("yyyy-MM-dd HH:mm"), kind: kind));
            _server.Content.Put(
                _keys[i], Log(random, i),
                kind == "CloudTrail" ? null : new() { ["x-amz-meta-signature"] = $"{i:x64}" });
        }
    }

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_save_that_is_killed_and_repeated_ends_with_the_same_bytes()
    {
        var (whole, broken) = (Path.Combine(_folder, "whole"), Path.Combine(_folder, "broken"));
        Assert.Equal("", ChildPwsh.Run(Script(whole)).Error);

        foreach (var large in Large)
        {
            StopInTheMiddleOf(large);
            await KillAsync(broken, large);
            Assert.InRange(Saved(broken), large, Logs - 1);
            Assert.True(HasHalf(broken, large));
        }

        _server.Answer = _ => null;
        var known = Known(broken);
        Assert.NotEmpty(known);
        Assert.Equal("", ChildPwsh.Run(Script(broken, LastKey)).Error);

        Assert.Equal(Content(whole), Content(broken));
        Assert.Equal(Logs, Saved(whole));
        // What was known to be whole was not fetched again; a kill between a file's last byte and the line that tells of it
        // leaves it unknown. What a killed process had asked for is not taken for what the last one asks.
        Assert.Equal(
            _keys.Where(key => !known.Contains(key, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            _server.Requests.Where(r => r.IsObject && r.AccessKey == LastKey).Select(r => r.Place.Key).Distinct().Order(StringComparer.Ordinal));
    }

    private async Task KillAsync(string folder, int saved)
    {
        using var process = ChildPwsh.Start(Script(folder));
        await Eventually.HoldsAsync(() => Saved(folder) >= saved && HasHalf(folder, saved), () => process.HasExited);
        process.Kill();
        await process.WaitForExitAsync();
    }

    private string Script(string folder, string accessKey = "AKIDEXAMPLE") =>
        $"Save-IncidentTrailLog '{folder}' -BucketName trail -EndpointUrl {_server.Url} -AccessKey {accessKey} -SecretKey secret -ThrottleLimit 16";

    // One body does not come to its end, so that a kill leaves half of it.
    private void StopInTheMiddleOf(int number) =>
        _server.Answer = request => request.IsObject && request.Place.Key == _keys[number] && _server.Content.Answer(request, 1) is var log
            ? log with { Announced = log.Body.Length, CutAfter = log.Body.Length / 2, Hold = true } : null;

    private bool HasHalf(string folder, int number) => Directory.Exists(folder)
        && Directory.EnumerateFiles(folder, $".{Path.GetFileName(_keys[number])}.partial", SearchOption.AllDirectories).Any();

    private static int Saved(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json.gz", SearchOption.AllDirectories).Count() : 0;

    // The manifest and what a killed process added to it.
    private static string Known(string folder) => string.Concat(Directory.EnumerateFiles(folder).Select(File.ReadAllText));

    private static IEnumerable<string> Content(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)}: {Convert.ToBase64String(File.ReadAllBytes(file))}");

    private static byte[] Log(Random random, int number)
    {
        var noise = new byte[Large.Contains(number) ? 9_000_000 : random.Next(20_000, 60_000)];
        random.NextBytes(noise);
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes($$"""{"Records":[{"eventID":"{{number}}","eventSource":"s","eventName":"n","noise":"{{Convert.ToBase64String(noise)}}"}]}"""));
        return bytes.ToArray();
    }
}
