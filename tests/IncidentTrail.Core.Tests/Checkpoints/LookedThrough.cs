using System.Runtime.CompilerServices;
using IncidentTrail.Checkpoints;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>A bucket that is watched for so many looks, with logs that cannot be read at some of them.</summary>
/// <param name="looks">How often it is looked through; the last look finds one more log, whose event ends the watching.</param>
internal sealed class LookedThrough(int looks) : ITrailSource
{
    private readonly List<(string Key, int Since, Func<int, Stream> Open)> _logs = [];
    private readonly List<TrailNotice> _notices = [];

    public string Name => "s3://trail/";

    internal TimeSpan Slack { get; init; } = TimeSpan.FromDays(1);

    /// <summary>What was given, without the last.</summary>
    internal List<string?> Given { get; } = [];

    internal IEnumerable<string> Errors => _notices.Where(notice => notice.Kind == TrailNoticeKind.Fault).Select(notice => notice.Text);

    internal IEnumerable<string> Verbose => _notices.Where(notice => notice.Kind == TrailNoticeKind.Verbose).Select(notice => notice.Text);

    internal TrailCoverage Coverage { get; } = new();

    /// <summary>How many logs were tried to be opened, without the last.</summary>
    internal int Opened { get; private set; }

    internal int Look { get; private set; }

    /// <summary>The clock that is waited by.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    public int ReadAheadFor(TrailQuery query) => 1;

    /// <summary>Puts a log there, at a look and all later ones.</summary>
    /// <param name="delivered">When it was delivered.</param>
    /// <param name="id">The id of its event.</param>
    /// <param name="open">Opens it at a look; null where that always goes well.</param>
    /// <param name="since">The look.</param>
    internal LookedThrough Put(string delivered, string id, Func<int, Stream>? open = null, int since = 1)
    {
        _logs.Add((KeptTrail.Key(delivered, unique: id.PadLeft(16, 'A')), since, look =>
        {
            Opened++;
            return open?.Invoke(look) ?? new MemoryStream(KeptTrail.Log(id));
        }
        ));
        return this;
    }

    internal static Stream Denied() => throw new TrailSourceException(
        new TrailFault(TrailFaultKind.AccessDenied, "trail", "Reading it was denied.") { OfMany = "may not be read" });

    /// <summary>Watches it.</summary>
    /// <returns>What is kept of it then.</returns>
    internal async Task<CheckpointState> WatchAsync()
    {
        var query = new TrailQuery { AllServices = true };
        var checkpoint = new Checkpoint(KeptTrail.Scope, Slack);
        var session = new TrailSession(query, Coverage, checkpoint);
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await foreach (var batch in session.ReadAsync(new WatchedSource(this, checkpoint, path: null, TimeSpan.FromMilliseconds(1), Clock), guard.Token))
        {
            _notices.AddRange(batch.Notices);
            Given.AddRange(batch.Events.Select(given => given.EventId));
            if (Given.Remove("end"))
                break;
        }
        return checkpoint.State();
    }

    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        var look = ++Look;
        foreach (var (key, _, open) in _logs.Where(log => log.Since <= look))
            yield return new FoundLog(TrailLogLocation.FromKey("trail", key), _ => ValueTask.FromResult(open(look)));
        if (look == looks)
            yield return new FoundLog(TrailLogLocation.FromKey("trail", KeptTrail.Key("2026-01-09 03:00")), _ => ValueTask.FromResult<Stream>(new MemoryStream(KeptTrail.Log("end"))));
        await Task.CompletedTask;
    }
}
