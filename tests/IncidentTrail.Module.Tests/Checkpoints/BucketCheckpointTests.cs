using IncidentTrail.Aws.Tests.S3;

namespace IncidentTrail.Module.Tests.Checkpoints;

/// <summary>Runs on a schedule: each gives or saves what is new in the bucket, and nothing twice.</summary>
public sealed class BucketCheckpointTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>, IDisposable
{
    private readonly BucketServer _server = new() { PageSize = 3 };
    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-checkpoint-").FullName;

    private string Checkpoint => Path.Combine(_folder, "check.json");

    private int Gets => _server.Requests.Count(r => r.IsObject);

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_second_run_gives_what_is_new_and_asks_for_no_log_that_was_given()
    {
        TrailServer.Put(_server, "2026-01-02 03:00", "a", "b");
        TrailServer.Put(_server, "2026-01-02 03:05", "c");
        Assert.Equal(["a", "b", "c"], Run());
        var gets = Gets;

        Assert.Empty(Run());
        Assert.Equal(gets, Gets);
        TrailServer.Put(_server, "2026-01-02 03:02", "late");
        TrailServer.Put(_server, "2026-01-02 03:10", "d");

        Assert.Equal(["late", "d"], Run());
        Assert.Equal(gets + 2, Gets);
    }

    [Fact]
    public void A_moving_window_does_not_refuse_its_own_checkpoint()
    {
        TrailServer.Put(_server, "2026-01-02 03:00", "a");
        Assert.Equal(["a"], Run("-StartTime 2026-01-02T00:00Z"));

        TrailServer.Put(_server, "2026-01-02 03:05", "b");

        Assert.Equal(["b"], Run("-StartTime 2026-01-02T01:00Z -EndTime 2026-01-03T00:00Z"));
    }

    [Fact]
    public void What_is_over_is_not_listed_again()
    {
        for (var day = 1; day < 28; day++)
            TrailServer.Put(_server, $"2026-01-{day:00} 03:00", $"{day}");
        Run();
        var before = _server.Requests.Count(r => r.IsKeyList);

        Run();

        var list = Assert.Single(_server.Requests.Where(r => r.IsKeyList).Skip(before));
        Assert.Contains("2026/01/26/", list.Query("start-after"));
    }

    [Fact]
    public void The_first_few_of_the_pipeline_count_as_given_and_the_rest_comes_next_time()
    {
        TrailServer.Put(_server, "2026-01-02 03:00", "a", "b", "c");
        TrailServer.Put(_server, "2026-01-02 03:05", "d", "e");

        Assert.Equal(["a", "b"], Run(then: "| Select-Object -First 2"));
        Assert.Equal(["c", "d"], Run(then: "| Select-Object -First 2"));
        Assert.Equal(["e"], Run());
    }

    [Fact]
    public void An_event_whose_taker_failed_comes_again()
    {
        TrailServer.Put(_server, "2026-01-02 03:00", "a", "b", "c");
        const string Fails = "| ForEach-Object { if ($_.EventId -eq 'b') { Get-Item /nowhere -ErrorAction Stop }; $_ }";

        Assert.Equal(["a"], module.Run($"try {{ {Command()} {Fails} }} catch {{ }}").Select(Id));

        Assert.Equal(["b", "c"], Run());
    }

    [Fact]
    public async Task Ctrl_C_leaves_what_was_given_and_no_more()
    {
        TrailServer.Put(_server, "2026-01-02 03:00", "a");
        TrailServer.Put(_server, "2026-01-02 03:05", "b");
        _server.Answer = request => request.IsObject && request.Place.Key.Contains("0305Z")
            ? new BucketAnswer(200, []) { Announced = 100, CutAfter = 0, Hold = true } : null;

        await module.StopAsync($"{Command()} | Out-Null", () => File.Exists(Checkpoint));

        _server.Answer = _ => null;
        Assert.Equal(["b"], Run());
    }

    [Fact]
    public void Another_reading_s_checkpoint_is_refused_before_anything_is_asked()
    {
        TrailServer.Put(_server, "2026-01-02 03:00", "a");
        Run();
        var before = (_server.Requests.Count, File.ReadAllText(Checkpoint));

        Assert.All(
            (string[])["-Changes", "-KeyPrefix other", "-EventName StartIncident"],
            other => Assert.StartsWith("TrailArgument,", Refused($"{Command()} {other}")));
        Assert.StartsWith("TrailArgument,", Refused($"Save-IncidentTrailLog '{_folder}/copy' -CheckpointPath '{Checkpoint}' {TrailServer.Asking(_server)}"));
        Assert.StartsWith("TrailArgument,", Refused($"{Command()} -Key x"));
        Assert.Equal(before, (_server.Requests.Count, File.ReadAllText(Checkpoint)));
    }

    [Fact]
    public void A_damaged_one_is_refused_before_anything_is_asked_and_stays()
    {
        File.WriteAllText(Checkpoint, "{\"incidentTrailCheckpoint\":1,");

        Assert.StartsWith("TrailRecordInvalid,", Refused(Command()));

        Assert.Equal("{\"incidentTrailCheckpoint\":1,", File.ReadAllText(Checkpoint));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void It_holds_no_event_and_no_secret_and_stays_small()
    {
        for (var i = 0; i < 60; i++)
            TrailServer.Put(_server, $"2026-01-02 03:{i:00}", $"event-{i}");
        Run();

        var text = File.ReadAllText(Checkpoint);

        Assert.DoesNotContain("event-", text);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("AKID", text);
        Assert.InRange(text.Length, 1, 60 * 2 * 12 + 500);
    }

    [Fact]
    public void Save_goes_by_the_checkpoint_and_not_by_the_folder()
    {
        var copy = Path.Combine(_folder, "copy");
        TrailServer.Put(_server, "2026-01-02 03:00", "a");
        Assert.Single(Save(copy));
        foreach (var file in Directory.EnumerateFiles(copy, "*.gz", SearchOption.AllDirectories).ToList())
            File.Delete(file);
        var gets = Gets;
        Assert.Empty(Save(copy));
        Assert.Equal(gets, Gets);

        TrailServer.Put(_server, "2026-01-02 02:00", "late");

        Assert.Contains("0200Z", Assert.Single(Save(copy)));
        Assert.Empty(Save(copy));
    }

    [Fact]
    public void WhatIf_saves_nothing_and_writes_no_checkpoint()
    {
        TrailServer.Put(_server, "2026-01-02 03:00", "a");

        Assert.Empty(Save(Path.Combine(_folder, "copy"), "-WhatIf"));

        Assert.False(File.Exists(Checkpoint));
        Assert.Single(Save(Path.Combine(_folder, "copy")));
    }

    private string Command() => $"Get-IncidentTrailEvent {TrailServer.Asking(_server)} -CheckpointPath '{Checkpoint}'";

    private List<string> Run(string with = "", string then = "") => [.. module.Run($"{Command()} {with} {then}").Select(Id)];

    private List<string> Save(string folder, string with = "") =>
        [.. module.Run($"Save-IncidentTrailLog '{folder}' {TrailServer.Asking(_server)} -CheckpointPath '{Checkpoint}' -PassThru {with}").Select(log => log.ToString())];

    private string Refused(string command) => Assert.Single(module.Run($"try {{ {command} }} catch {{ $_.FullyQualifiedErrorId }}")).ToString();

    private static string Id(System.Management.Automation.PSObject trailEvent) => (string)trailEvent.Properties["EventId"].Value;
}
