using System.Security.Cryptography;
using System.Text.Json;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Aws.Tests.History;

public sealed class HistoryCopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("incidenttrail-").FullName;

    private readonly HistoryRecord[] _records =
    [
        .. Enumerable.Range(0, 150).Select(i => new HistoryRecord(
            $"00000000-0000-4000-8000-{i:D12}", HistoryQuestion.Now.AddMinutes(-i), "StartIncident", "ssm-incidents.amazonaws.com")
        {
            Region = i % 3 == 0 ? "eu-west-1" : "us-east-1",
        }),
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Records_are_saved_as_delivered_and_read_back_as_the_same_events()
    {
        using var server = new HistoryServer(_records);
        var copy = await SaveAsync(server);

        Assert.Equal(
            [
                "EventHistory/111122223333/eu-west-1/111122223333_EventHistory_eu-west-1_20260301T120000Z.jsonl",
                "EventHistory/111122223333/us-east-1/111122223333_EventHistory_us-east-1_20260301T120000Z.jsonl",
            ],
            copy.Files.Select(f => Path.GetRelativePath(_folder, f.Path!).Replace('\\', '/')).Order());
        Assert.All(copy.Files, f => Assert.Equal(TrailLogKind.EventHistory, f.Kind));
        Assert.Equal(
            _records.Where(r => r.Region == "eu-west-1").Select(r => r.ToJson()),
            await File.ReadAllLinesAsync(copy.Files.Single(f => f.Region == "eu-west-1").Path!));

        var session = new TrailSession(new TrailQuery(), new TrailCoverage());
        var ids = new List<string?>();
        await foreach (var batch in session.ReadAsync(new FileSource([_folder]), CancellationToken.None))
            ids.AddRange(batch.Events.Select(e => e.EventId));
        session.Finish();
        Assert.Equal(_records.Select(r => r.EventId).Order(), ids.Order());
        Assert.True(session.Coverage.IsComplete);
        Assert.Null(session.Coverage.NewestDeliveryUtc);
    }

    [Fact]
    public async Task The_manifest_says_what_was_asked_and_that_there_is_no_digest()
    {
        using var server = new HistoryServer(_records);
        var copy = await SaveAsync(server);

        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(copy.ManifestPath));
        var root = manifest.RootElement;
        Assert.Contains("no digest", root.GetProperty("integrity").GetString());
        Assert.True(root.GetProperty("isComplete").GetBoolean());
        Assert.Contains("ssm-incidents.amazonaws.com", root.GetProperty("pushed").GetString());
        var places = root.GetProperty("places").EnumerateArray().ToList();
        Assert.Equal([100, 50], places.Select(p => p.GetProperty("records").GetInt32()));
        Assert.Equal(server.Requests.Count, places.Sum(p => p.GetProperty("requestIds").GetArrayLength()));
        Assert.All(places, p => Assert.Equal(
            Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, "EventHistory", p.GetProperty("file").GetString()!)))),
            p.GetProperty("sha256").GetString(), ignoreCase: true));
    }

    [Fact]
    public async Task The_manifest_of_a_window_that_begins_before_what_history_holds_is_not_complete()
    {
        using var server = new HistoryServer(_records);
        var question = new HistoryQuestion(server);
        var copy = new HistoryCopy(_folder, question.Clock);
        var query = new TrailQuery { Region = ["us-east-1"], StartTimeUtc = HistoryQuestion.Now.UtcDateTime.AddDays(-91) };
        await foreach (var _ in copy.WriteAsync(question.Source(), query, question.Coverage, CancellationToken.None))
        {
        }

        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(copy.ManifestPath));
        Assert.False(manifest.RootElement.GetProperty("isComplete").GetBoolean());
    }

    [Fact]
    public async Task Runs_for_two_accounts_that_begin_in_one_second_are_both_saved()
    {
        var (first, second) = (new HistoryCopy(_folder, new Api.LeapingClock(HistoryQuestion.Now)), new HistoryCopy(_folder, new Api.LeapingClock(HistoryQuestion.Now)));

        foreach (var (copy, account) in new[] { (first, "111122223333"), (second, "444455556666") })
        {
            using var server = new HistoryServer([.. _records.Select(record => record with { AccountId = account })]);
            var question = new HistoryQuestion(server);
            await foreach (var _ in copy.WriteAsync(question.Source(), new TrailQuery { Region = ["us-east-1"] }, question.Coverage, CancellationToken.None))
            {
            }
        }

        Assert.NotEqual(first.ManifestPath, second.ManifestPath);
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(_folder, "EventHistory")).Count());
        Assert.All([first, second], copy => Assert.Contains(
            $"{Path.GetFileName(Assert.Single(copy.Files).Path)}", File.ReadAllText(copy.ManifestPath), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_interrupted_leaves_no_file()
    {
        using var stop = new CancellationTokenSource();
        using var server = new HistoryServer(_records)
        {
            PageSize = 5,
            Fault = r =>
            {
                if (r.Number == 5)
                    stop.Cancel();
                return null;
            },
        };
        var question = new HistoryQuestion(server) { ReadAhead = 1 };
        var copy = new HistoryCopy(_folder, question.Clock);
        var query = new TrailQuery { Region = ["us-east-1"] };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in copy.WriteAsync(question.Source(), query, question.Coverage, stop.Token))
            {
            }
        });

        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Empty(copy.Files);
    }

    [Fact]
    public async Task An_account_that_is_no_folder_name_never_becomes_one()
    {
        using var server = new HistoryServer([_records[1] with { AccountId = "../../outside" }]);

        var copy = await SaveAsync(server);

        Assert.Contains("unknown-account", Assert.Single(copy.Files).Path);
        Assert.StartsWith(_folder, copy.Files[0].Path);
    }

    [Fact]
    public async Task Line_breaks_between_tokens_do_not_break_a_line()
    {
        using var server = new HistoryServer([])
        {
            Fault = r => r.Region == "eu-west-1" ? null : Api.LoopbackAnswer.Ok("""{"Events":[{"EventId":"a","EventTime":1,"CloudTrailEvent":"{\n \"eventID\": \"a\",\r\n \"note\": \"x\\ny\"}"}]}"""),
        };

        var copy = await SaveAsync(server);

        Assert.Equal("""{  "eventID": "a",   "note": "x\ny"}""", Assert.Single(await File.ReadAllLinesAsync(Assert.Single(copy.Files).Path!)));
    }

    private async Task<HistoryCopy> SaveAsync(HistoryServer server)
    {
        var question = new HistoryQuestion(server);
        var copy = new HistoryCopy(_folder, question.Clock);
        await foreach (var _ in copy.WriteAsync(
            question.Source(), new TrailQuery { Region = ["us-east-1", "eu-west-1"], EventSource = ["ssm-incidents"] }, question.Coverage, CancellationToken.None))
        {
        }

        return copy;
    }
}
