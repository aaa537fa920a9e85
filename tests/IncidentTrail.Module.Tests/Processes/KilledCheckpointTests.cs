using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Module.Tests.Checkpoints;

namespace IncidentTrail.Module.Tests.Processes;

/// <summary>A process that reads with a checkpoint is killed, again and again: what all of them gave is what the bucket holds.</summary>
public sealed class KilledCheckpointTests : IDisposable
{
    private const int Logs = 90;
    private const int InLog = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-killed-").FullName;
    private readonly BucketServer _server = new() { PageSize = 40 };
    private readonly List<string> _all = [];

    public KilledCheckpointTests()
    {
        for (var i = 0; i < Logs; i++)
        {
            string[] ids = [.. Enumerable.Range(0, InLog).Select(k => $"event-{i:000}-{k}")];
            _all.AddRange(ids);
            TrailServer.Put(_server, Delivered(i), i < Logs / 3 ? "eu-west-1" : "us-east-1", ids);
        }
    }

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task All_of_them_together_give_what_the_bucket_holds()
    {
        var given = new HashSet<string>();
        foreach (var log in (int[])[1, 7, 29, 30, 61, 88])
            await KillBeforeAsync(log, given);
        _server.Answer = _ => null;
        TrailServer.Put(_server, Delivered(40).Replace("03:20", "03:21"), "us-east-1", ["late"]);

        var last = ChildPwsh.Run(Script()).Lines;
        given.UnionWith(last);

        Assert.Equal([.. _all, "late"], given.Order());
        // What had been written of was not given again.
        Assert.DoesNotContain(_all[0], last);
        Assert.Equal("", ChildPwsh.Run(Script()).Output);
    }

    // The body of one log does not come: the process has given all before it, and is killed there.
    private async Task KillBeforeAsync(int log, HashSet<string> given)
    {
        _server.Answer = request => request.IsObject && request.Place.Key.Contains($"_{Stamp(log)}_", StringComparison.Ordinal)
            ? new BucketAnswer(200, []) { Announced = 100, CutAfter = 0, Hold = true } : null;
        using var process = ChildPwsh.Start(Script());
        while (given.Count < log * InLog && await process.StandardOutput.ReadLineAsync() is { } line)
            given.Add(line);
        process.Kill();
        await process.WaitForExitAsync();
        Assert.Equal(_all.Take(log * InLog), given.Order());
    }

    private static string Delivered(int log) => TrailKeys.Utc("2026-01-02 00:00").AddMinutes(5 * log).ToString("yyyy-MM-dd HH:mm");

    private static string Stamp(int log) => TrailKeys.Utc("2026-01-02 00:00").AddMinutes(5 * log).ToString("yyyyMMdd'T'HHmm'Z'");

    private string Script() =>
        $"Get-IncidentTrailEvent {TrailServer.Asking(_server)} -CheckpointPath '{_folder}/check.json' | ForEach-Object {{ [Console]::Out.WriteLine($_.EventId) }}";
}
