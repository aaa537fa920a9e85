using IncidentTrail.Aws.Tests.S3;

namespace IncidentTrail.Module.Tests;

/// <summary>Who has seen enough, or presses Ctrl+C, leaves no request and no connection behind.</summary>
public sealed class BucketStoppingTests(ModuleRunspace module) : IClassFixture<ModuleRunspace>, IDisposable
{
    private const int Logs = 1500;
    private const string Credentials = "-AccessKey AKIDEXAMPLE -SecretKey secret";

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-stopping-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Get-IncidentTrailEvent")]
    [InlineData("Get-IncidentTrailEvent -Oldest")]
    [InlineData("Get-IncidentTrailCaller")]
    [InlineData("Get-IncidentTrailIncident")]
    [InlineData("Get-IncidentTrailTimeline")]
    [InlineData("Save-IncidentTrailLog {0}")]
    public async Task Ctrl_C_while_logs_are_read_ends_all_requests(string command)
    {
        using var server = Server(TimeSpan.FromMilliseconds(20));

        await module.StopAsync(Script(command, server), () => server.Requests.Count(r => r.IsObject) > 20);

        await AssertSilent(server);
        Assert.InRange(Asked(server).Count(r => r.IsObject), 20, Logs - 1);
    }

    [Theory]
    [InlineData("Get-IncidentTrailEvent")]
    [InlineData("Get-IncidentTrailLog")]
    [InlineData("Save-IncidentTrailLog {0}")]
    public async Task Ctrl_C_while_a_list_is_waited_for_ends_it(string command)
    {
        using var server = Server(TimeSpan.Zero);
        server.Answer = request => request.IsKeyList ? new BucketAnswer(200, []) { Announced = 100, CutAfter = 0, Hold = true } : null;

        await module.StopAsync(Script(command, server), () => server.Requests.Any(r => r.IsKeyList));

        await AssertSilent(server);
        Assert.DoesNotContain(Asked(server), r => r.IsObject);
    }

    [Theory]
    [InlineData("Get-IncidentTrailEvent")]
    [InlineData("Save-IncidentTrailLog {0}")]
    public async Task Ctrl_C_in_the_middle_of_bodies_that_do_not_come_ends_them(string command)
    {
        using var server = Server(TimeSpan.Zero);
        server.Answer = request => request.IsObject
            ? new BucketAnswer(200, new byte[100_000]) { Announced = 32 << 20, CutAfter = 100_000, Hold = true } : null;

        await module.StopAsync(Script(command, server), () => server.Requests.Count(r => r.IsObject) >= 4);

        await AssertSilent(server);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*.partial", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("Get-IncidentTrailEvent -MaxEvents 5", "")]
    [InlineData("Get-IncidentTrailEvent", "")]
    [InlineData("Get-IncidentTrailLog", "")]
    [InlineData("Get-IncidentTrailLog", "| Get-IncidentTrailEvent {0}")]
    [InlineData("Save-IncidentTrailLog {0} -PassThru", "")]
    public async Task Who_has_the_first_few_waits_for_no_more(string command, string behind)
    {
        using var server = Server(TimeSpan.FromMilliseconds(20), pageSize: 50);

        var output = module.Run($"{Script(command, server)} {string.Format(behind, Where(server))} | Select-Object -First 5");

        Assert.Equal(5, output.Count);
        await AssertSilent(server);
        // What is read ahead, and not what there is.
        Assert.InRange(Asked(server).Count(r => r.IsObject), 0, 400);
        Assert.InRange(Asked(server).Count(r => r.IsKeyList), 1, (Logs / 50) - 5);
    }

    private async Task AssertSilent(BucketServer server)
    {
        server.Answer = _ => null;
        // Connections are accepted in turn: once this one is answered, all that were begun before it are known.
        using (var last = new HttpClient())
            await last.GetAsync(server.Url);
        await server.WaitForConnectionsAsync(0);
        var requests = Asked(server).Count;

        // A question of another key, from its first request to its last, and none of the first question comes between.
        var answer = module.Run($"Get-IncidentTrailLog -BucketName trail -EndpointUrl {server.Url} -AccessKey AKIDNEXT -SecretKey secret");

        Assert.Equal(Logs, answer.Count);
        Assert.Equal(requests, Asked(server).Count);
    }

    private static List<BucketRequest> Asked(BucketServer server) =>
        [.. server.Requests.Where(r => r.Headers.ContainsKey("Authorization") && r.AccessKey == "AKIDEXAMPLE")];

    private static BucketServer Server(TimeSpan latency, int pageSize = 1000)
    {
        var server = new BucketServer { Latency = latency, PageSize = pageSize };
        var first = TrailKeys.Utc("2026-01-02 00:00");
        for (var i = 0; i < Logs; i++)
        {
            server.Content.Put(
                TrailKeys.Log(first.AddMinutes(i).ToString("yyyy-MM-dd HH:mm")),
                $$$"""{"Records":[{"eventID":"{{{i}}}","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","eventTime":"{{{first.AddMinutes(i):yyyy-MM-ddTHH:mm:ssZ}}}","awsRegion":"us-east-1"}]}""");
        }

        return server;
    }

    private string Script(string command, BucketServer server) => $"{string.Format(command, _folder)} -BucketName trail {Where(server)}";

    private static string Where(BucketServer server) => $"-EndpointUrl {server.Url} {Credentials}";
}
