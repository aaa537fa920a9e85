using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Aws.Tests.History;
using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Module.Tests.Checkpoints;

namespace IncidentTrail.Module.Tests.Watching;

/// <summary>Watching without a queue: what comes is given once, in whatever order and however late it comes.</summary>
public sealed class BucketWatchTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>, IDisposable
{
    private const string Soon = "-PollInterval ([timespan]::FromMilliseconds(20))";

    private readonly BucketServer _server = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-watch-").FullName;

    private static DateTime Now => DateTime.UtcNow;

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Late_and_out_of_order_keys_are_given_once_each()
    {
        Put(Now.AddDays(-3), "older than the slack");
        Put(Now.AddHours(-2), "within the slack");
        // Each look finds one more: behind the first, before it, and before all.
        OnList(1, () => Put(Now.AddHours(-1), "next"));
        OnList(2, () => Put(Now.AddHours(-3), "late"));
        OnList(3, () => Put(Now.AddHours(-20), "very late"));

        Assert.Equal(["within the slack", "next", "late", "very late"], Watch("-MaxEvents 4 -CoverageVariable seen"));

        Assert.Equal(4, _server.Requests.Count(r => r.IsObject));
        // Each look has the same to note.
        var notes = module.Run("$seen.Sources.Notes").Select(note => note.ToString()).ToList();
        Assert.NotEmpty(notes);
        Assert.Equal(notes.Distinct(), notes);
    }

    [Fact]
    public void The_next_run_goes_on_where_this_one_ended()
    {
        var checkpoint = $"-CheckpointPath '{_folder}/watch.json'";
        Put(Now.AddHours(-2), "a", "b", "c");
        Assert.Equal(["a", "b"], Watch($"-MaxEvents 2 {checkpoint}"));
        Put(Now.AddHours(-3), "late");

        Assert.Equal(["late", "c"], Watch($"-MaxEvents 2 {checkpoint}"));
        Put(Now.AddHours(-1), "d");

        Assert.Equal(["d"], Watch($"{checkpoint}", "| Select-Object -First 1"));
    }

    [Fact]
    public void An_outage_in_the_middle_is_said_once_and_ends_by_itself()
    {
        Put(Now.AddHours(-2), "a");
        var refused = 0;
        _server.Answer = request =>
        {
            if (!_server.Requests.Any(r => r.IsObject) || refused >= 12)
                return null;
            if (++refused == 12)
                Put(Now.AddHours(-1), "b");
            return BucketAnswer.Error(503, "SlowDown");
        };

        var output = module.Run($"{Command("-MaxEvents 2")} 3>&1 | ForEach-Object {{ if ($_ -is [IncidentTrail.TrailEvent]) {{ $_.EventId }} else {{ 'warned' }} }}").Select(o => o.ToString()).ToList();

        Assert.Equal(["a", "b"], output.Where(o => o != "warned"));
        Assert.InRange(output.Count(o => o == "warned"), 0, 1);
    }

    [Theory]
    [InlineData(404, "NoSuchBucket", "TrailSourceNotFound")]
    [InlineData(403, "AccessDenied", "TrailAccessDenied")]
    [InlineData(403, "InvalidAccessKeyId", "TrailCredentials")]
    public void What_cannot_get_better_ends_it_at_once(int status, string code, string id)
    {
        _server.Answer = _ => BucketAnswer.Error(status, code);

        var error = Assert.Single(module.Errors(Command("")));

        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void A_place_without_a_trail_ends_it_with_its_error()
    {
        _server.Content.Put("something/else.txt", "x");

        Assert.StartsWith("TrailSourceNotFound,", Assert.Single(module.Errors(Command(""))).FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("-PollInterval 0s")]
    [InlineData("-PollInterval 50d")]
    [InlineData("-PollInterval ([timespan]::MaxValue)")]
    [InlineData("-EndTime 2026-01-02")]
    [InlineData("-Until 2026-01-02")]
    public void Parameters_that_make_no_sense_are_refused(string with)
    {
        var error = Assert.Single(module.Errors($"Watch-IncidentTrailEvent {TrailServer.Asking(_server)} {with}"));

        Assert.StartsWith("TrailArgument,", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void Event_history_gives_what_is_new_and_what_it_shows_late()
    {
        var start = DateTimeOffset.UtcNow;
        var shown = 0;
        using var server = new HistoryServer([Record("old", start.AddDays(-1)), Record("first", start.AddMinutes(1)), Record("late", start.AddSeconds(20))])
        {
            // What it shows grows with each question.
            Fault = request => Interlocked.Increment(ref shown) <= 4 ? LoopbackAnswer.Ok("{\"Events\":[]}") : null,
        };

        var ids = module.Run($"Watch-IncidentTrailEvent -EventHistory -Region us-east-1 -EndpointUrl {server.Http.Url} -AccessKey AKIAEXAMPLEEXAMPLE01 -SecretKey secret {Soon} -MaxEvents 2 | ForEach-Object EventId");

        Assert.Equal(["first", "late"], ids.Select(id => id.ToString()));
    }

    private static HistoryRecord Record(string id, DateTimeOffset time) => new(id, time, "StartIncident", "ssm-incidents.amazonaws.com");

    private void Put(DateTime delivered, params string[] ids) => TrailServer.Put(_server, delivered.ToString("yyyy-MM-dd HH:mm"), ids);

    // Something happens in the bucket when so many looks at its keys have come.
    private void OnList(int looks, Action happens)
    {
        var before = _server.Answer;
        var isDone = 0;
        _server.Answer = request =>
        {
            if (request.IsKeyList && _server.Requests.Count(r => r.IsKeyList) > looks && Interlocked.Exchange(ref isDone, 1) == 0)
                happens();
            return before(request);
        };
    }

    private string Command(string with) => $"Watch-IncidentTrailEvent {TrailServer.Asking(_server)} {Soon} {with}";

    private List<string> Watch(string with, string then = "") => [.. module.Run($"{Command(with)} {then}").Select(e => (string)e.Properties["EventId"].Value)];
}
