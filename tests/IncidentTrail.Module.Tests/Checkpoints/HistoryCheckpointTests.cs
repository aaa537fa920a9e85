using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.History;

namespace IncidentTrail.Module.Tests.Checkpoints;

/// <summary>Event history on a schedule: what is new, late events too, and no more asked than that takes.</summary>
public sealed class HistoryCheckpointTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>, IDisposable
{
    private static readonly DateTimeOffset s_now = DateTimeOffset.UtcNow;

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-checkpoint-").FullName;
    private readonly List<HistoryRecord> _records = [.. Enumerable.Range(0, 6).Select(i => Record($"{i}", s_now.AddDays(-i - 1)))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_second_run_gives_what_is_new_and_what_history_shows_late()
    {
        Assert.Equal(["0", "1", "2", "3", "4", "5"], Run().Ids);

        Assert.Empty(Run().Ids);
        _records.Add(Record("late", s_now.AddDays(-1).AddHours(-1)));
        _records.Add(Record("new", s_now.AddMinutes(-5)));

        var (ids, starts) = Run();
        Assert.Equal(["new", "late"], ids);
        // The two services of Incident Manager, of which one has never shown anything: each is asked from the newest event on.
        Assert.All(starts, start => Assert.True(start > s_now.AddDays(-2).ToUnixTimeSeconds()));
        Assert.Empty(Run().Ids);
    }

    [Fact]
    public void The_rest_comes_next_time()
    {
        Assert.Equal(["0", "1"], Run("-MaxEvents 2").Ids);
        _records.Add(Record("new", s_now.AddMinutes(-5)));

        Assert.Equal(["new", "2", "3"], Run("-MaxEvents 3").Ids);
        Assert.Equal(["4", "5"], Run("-Oldest").Ids.Order());
    }

    [Fact]
    public void What_a_narrower_window_left_out_comes_with_a_wider_one()
    {
        Assert.Equal(["0", "1"], Run($"-StartTime {At(-2.5)}").Ids);
        Assert.Equal(["2", "3"], Run($"-StartTime {At(-4.5)}").Ids);
        _records.Add(Record("gap", s_now.AddHours(-10)));
        _records.Add(Record("new", s_now.AddMinutes(-5)));

        Assert.Equal(["new"], Run($"-StartTime {At(-0.2)}").Ids);
        Assert.Equal(["gap", "4", "5"], Run().Ids);
        Assert.Empty(Run().Ids);

        static string At(double days) => $"'{s_now.AddDays(days):O}'";
    }

    [Fact]
    public void What_a_region_gave_before_it_broke_is_not_given_again()
    {
        _records.AddRange(_records.ConvertAll(r => r with { EventId = "eu" + r.EventId, Region = "eu-west-1" }));
        const string Both = "-Region us-east-1, eu-west-1";

        Assert.Equal(["0", "eu0", "1", "eu1", "2", "3", "4", "5"], Run(Both + " -ErrorAction SilentlyContinue", fails: 2).Ids);
        Assert.Equal(["eu2", "eu3", "eu4", "eu5"], Run(Both).Ids);
    }

    [Fact]
    public void Save_keeps_each_record_once()
    {
        using (var server = new HistoryServer(_records))
            Assert.Single(Save(server));
        _records.Add(Record("new", s_now.AddMinutes(-5)));

        using (var server = new HistoryServer(_records))
        {
            var file = Assert.Single(Save(server));
            Assert.Contains("\"new\"", Assert.Single(File.ReadAllLines(file)));
        }

        using (var server = new HistoryServer(_records))
            Assert.Empty(Save(server));
    }

    // The Region eu-west-1 gives so many events, and then refuses.
    private (List<string> Ids, List<long> Starts) Run(string with = "-Region us-east-1", int? fails = null)
    {
        using var server = new HistoryServer(_records)
        {
            PageSize = fails ?? 50,
            Fault = r => fails is not null && r.Region == "eu-west-1" && r.Json.TryGetProperty("NextToken", out _)
                ? LoopbackAnswer.Error(400, "AccessDeniedException", "no") : null,
        };
        with = with.Contains("-Region") ? with : with + " -Region us-east-1";
        var events = module.Run($"Get-IncidentTrailEvent {Asking(server)} -CheckpointPath '{_folder}/check.json' {with}");
        return ([.. events.Select(e => (string)e.Properties["EventId"].Value)],
            [.. server.Requests.Select(r => r.Json.TryGetProperty("StartTime", out var start) ? start.GetInt64() : 0)]);
    }

    private List<string> Save(HistoryServer server) =>
        [.. module.Run($"Save-IncidentTrailLog '{_folder}/copy' {Asking(server)} -Region us-east-1 -CheckpointPath '{_folder}/save.json' -PassThru").Select(log => log.ToString())];

    private static string Asking(HistoryServer server) =>
        $"-EventHistory -EndpointUrl {server.Http.Url} -AccessKey AKIAEXAMPLEEXAMPLE01 -SecretKey secret";

    private static HistoryRecord Record(string id, DateTimeOffset time) => new(id, time, "StartIncident", "ssm-incidents.amazonaws.com");
}
