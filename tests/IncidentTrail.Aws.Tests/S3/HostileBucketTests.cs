using System.Collections.Concurrent;
using IncidentTrail.Aws.Tests.Queues.Server;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>
/// Whatever a bucket answers, each log of its list is given right, once, or is counted as failed and named with what to do; and what
/// is saved of it is there whole or not at all. What goes wrong is drawn by a seed, for each log and attempt.
/// </summary>
public sealed class HostileBucketTests : IDisposable
{
    private const int Logs = 60;

    private static readonly Dictionary<string, byte[]> Contents = Enumerable.Range(0, Logs).ToDictionary(
        i => TrailKeys.Log($"2026-01-02 {i / 12:00}:{i % 12 * 5:00}"), i => WatchedTrail.Zipped($$"""{"Records":[{{WatchedTrail.RecordOf($"event-{i}")}}]}"""));

    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-hostile-").FullName;
    private readonly BucketServer _server = new();

    public HostileBucketTests()
    {
        foreach (var (key, content) in Contents)
            _server.Content.Put(key, content);
    }

    public static TheoryData<int> Seeds { get; } = [1, 2, 3, 4, 5, 6, 7, 8];

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Each_log_is_given_once_or_named_as_failed(int seed)
    {
        _server.Answer = Hostile(seed);
        using var question = new BucketQuestion(_server);
        var session = new TrailSession(new TrailQuery(), question.Coverage);
        var (events, faults) = (new List<string>(), new List<TrailFault>());

        await foreach (var batch in session.ReadAsync(question.Source, CancellationToken.None))
        {
            events.AddRange(batch.Events.Select(each => $"{each.Log.Log.Key}: {each.EventId}"));
            faults.AddRange(batch.Notices.Where(said => said.Kind == TrailNoticeKind.Fault).Select(said => said.Detail!));
        }
        session.Finish();

        var coverage = question.Coverage;
        Assert.Equal(Logs, coverage.LogsListed);
        Assert.Equal(Logs, coverage.LogsRead + coverage.LogsFailed);
        Assert.InRange(coverage.LogsFailed, 1, Logs - 1);
        Assert.False(coverage.IsComplete);
        // What came of a log before it failed is given too.
        Assert.InRange(events.Count, coverage.LogsRead, Logs);
        Assert.Equal(coverage.RecordsRead, events.Count);
        Assert.Equal(events.Distinct(), events);
        Assert.All(events, each => Assert.Contains(each, Expected));
        Assert.All(faults, fault => Assert.True(fault.Remedy is { Length: > 0 } && fault.Target.StartsWith("trail/", StringComparison.Ordinal), fault.Message));
        var named = faults.Select(fault => fault.Target["trail/".Length..]).Where(Contents.ContainsKey).ToList();
        Assert.Equal(named.Distinct(), named);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_is_saved_is_whole_and_the_next_run_saves_the_rest(int seed)
    {
        _server.Answer = Hostile(seed);
        var first = await SaveAsync();

        Assert.Equal(Logs, first.Count);
        Assert.InRange(first.Count(log => log.Outcome == SavedLogOutcome.Failed), 1, Logs - 1);
        Assert.All(first, log => Assert.Equal(log.Outcome == SavedLogOutcome.Failed, log.Fault is not null));
        AssertWhole(first.Where(log => log.Outcome == SavedLogOutcome.Saved).Select(log => log.Source.Key!));

        _server.Answer = _ => null;
        var second = await SaveAsync();

        Assert.Equal(first.Select(log => log.Outcome == SavedLogOutcome.Failed), second.Select(log => log.Outcome == SavedLogOutcome.Saved));
        Assert.DoesNotContain(second, log => log.Outcome == SavedLogOutcome.Failed);
        AssertWhole(Contents.Keys);
    }

    private static IEnumerable<string> Expected { get; } = [.. Contents.Keys.Select((key, i) => $"{key}: event-{i}")];

    private async Task<List<SavedLog>> SaveAsync()
    {
        using var question = new BucketQuestion(_server);
        using var copy = new LogCopy(_folder, force: false);
        var saving = new List<Task<SavedLog>>();
        await foreach (var item in question.Source.ListAsync(
            new TrailQuery(), question.Coverage.AccountOf(question.Source).Entry, CancellationToken.None))
        {
            if (item is FoundLog found)
                saving.Add(Task.Run(() => copy.SaveAsync(found, CancellationToken.None)));
        }

        return [.. await Task.WhenAll(saving)];
    }

    private void AssertWhole(IEnumerable<string> keys)
    {
        var there = Directory.EnumerateFiles(_folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(path => Path.GetRelativePath(_folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => path != "saved.incidenttrail").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), there);
        Assert.All(there, key => Assert.Equal(Contents[key], File.ReadAllBytes(Path.Combine(_folder, key))));
    }

    // One log in three is answered wrongly nearly each time it is asked for, the others now and then, and a list once.
    private Func<BucketRequest, BucketAnswer?> Hostile(int seed)
    {
        var asked = new ConcurrentDictionary<string, int>();
        return request =>
        {
            var attempt = asked.AddOrUpdate(request.Target, 1, (_, before) => before + 1);
            var random = new Random(SeedOf(seed, request.Target, attempt));
            var stubborn = request.IsObject && new Random(SeedOf(seed, request.Target, 0)).Next(3) == 0;
            if (request.IsList)
                return attempt == 1 && random.Next(2) == 0 ? BucketAnswer.Nothing : null;
            return random.Next(10) < (stubborn ? 10 : 3) ? Wrong(request, _server.Content.Answer(request, 1000), random) : null;
        };
    }

    private static BucketAnswer Wrong(BucketRequest request, BucketAnswer right, Random random) => random.Next(14) switch
    {
        0 => BucketAnswer.Nothing,
        1 => new BucketAnswer(500, []),
        2 => BucketAnswer.Error(503, "SlowDown"),
        3 => new BucketAnswer(429, []),
        4 => BucketAnswer.Error(404, "NoSuchKey"),
        5 => BucketAnswer.Error(403, "AccessDenied"),
        6 => new BucketAnswer(304, []),
        7 => new BucketAnswer(412, []),
        8 => right with { CutAfter = random.Next(right.Body.Length), Announced = right.Body.Length },
        9 => right with { Body = right.Body[..random.Next(right.Body.Length)] },
        10 => right with { Body = [.. right.Body, .. "more"u8] },
        11 => right with { Body = [.. right.Body, .. "more"u8], IsChunked = true },
        12 => right with { Status = request.Headers.ContainsKey("Range") ? 200 : 206 },
        _ => right with { CutAfter = random.Next(right.Body.Length), IsChunked = true },
    };

    // The same in each process.
    private static int SeedOf(int seed, string target, int attempt) =>
        target.Aggregate((seed * 397) ^ attempt, (hash, c) => unchecked((hash * 31) + c));
}
