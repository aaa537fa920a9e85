using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Queues;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// A source that is looked through again and again, until the reading is stopped: each log is given once. While the service does
/// not answer, all wait together and go on when it does; what cannot get better ends it.
/// </summary>
/// <param name="source">The source.</param>
/// <param name="checkpoint">What was given of it.</param>
/// <param name="path">The checkpoint's own file; null where it has none.</param>
/// <param name="interval">How long it is left alone after it was looked through.</param>
/// <param name="clock">The clock that is waited by.</param>
internal sealed class WatchedSource(ITrailSource source, Checkpoint checkpoint, string? path, TimeSpan interval, TimeProvider? clock = null) : IWatchedSource
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Channel<TrailSourceItem> _items = Channel.CreateBounded<TrailSourceItem>(WatchLimits.MessagesAhead);
    private readonly HashSet<string> _said = [];
    private OutageGate? _gate;
    private PatientOpening? _opening;
    private volatile bool _hasBegun;

    public string Name => source.Name;

    public object Identity => source.Identity;

    public WatchedNotices Notices { get; } = new();

    public TrailNotice? Lack => _gate?.Outage
        ?? (_hasBegun ? null : TrailNotice.Gap($"{Name} had not been looked through once when the time was over: what is there may not have been given."));

    /// <summary>True where the files that are there at the start are not given.</summary>
    internal bool PassesOverWhatIsThere { get; init; }

    public int ReadAheadFor(TrailQuery query) => source.ReadAheadFor(query);

    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        _gate = new OutageGate(Name, Notices.Say, _clock, Random.Shared.NextDouble);
        _opening = new PatientOpening(_gate, waitsForFirst: false);
        var running = Task.Run(() => RunAsync(query, entry, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in _items.Reader.ReadAllAsync(token).ConfigureAwait(false))
                yield return item;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(false);
        }
    }

    private async Task RunAsync(TrailQuery query, TrailSourceCoverage entry, CancellationToken token)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token);
        var life = SignOfLifeAsync(entry, end.Token);
        try
        {
            while (true)
            {
                var isWhole = await _gate!.CallAsync(stop => LookThroughAsync(query, entry, stop), token).ConfigureAwait(false);
                _hasBegun = true;
                var round = new SourceRound(isWhole);
                await _items.Writer.WriteAsync(round, token).ConfigureAwait(false);
                await round.WasGiven.WaitAsync(token).ConfigureAwait(false);
                await Task.Delay(interval, _clock, token).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            _items.Writer.TryComplete(e);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await life.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // True where nothing failed. Throws what makes the whole of it wait, or end.
    private async Task<bool> LookThroughAsync(TrailQuery query, TrailSourceCoverage entry, CancellationToken token)
    {
        TrailFault? outage = null, refusal = null;
        var isEmpty = true;
        var known = new CheckpointedSource(source, checkpoint, path, _clock) { Warns = source is not FileSource, PassesOverWhatIsThere = PassesOverWhatIsThere && !_hasBegun };
        await foreach (var item in known.ListAsync(query, entry, token).ConfigureAwait(false))
        {
            switch (item)
            {
                case FoundLog found:
                    isEmpty = false;
                    if (checkpoint.Tries.Begin(found.Log))
                        await GiveAsync(Guarded(found), token).ConfigureAwait(false);
                    break;
                case SkippedLog skipped:
                    isEmpty = false;
                    checkpoint.Met(skipped.Log);
                    break;
                case SourceNotice { Notice.Detail: { Kind: TrailFaultKind.Connection or TrailFaultKind.Throttled } fault }:
                    outage ??= fault;
                    break;
                case SourceNotice { Notice.Detail: { Kind: TrailFaultKind.Credentials } fault }:
                    throw new TrailSourceException(fault);
                case SourceNotice { Notice: var notice }:
                    refusal ??= notice.Detail;
                    await SayAsync(notice, token).ConfigureAwait(false);
                    break;
            }
        }
        if (outage is not null)
            throw new TrailSourceException(outage);
        // Where the first look finds nothing but a refusal, no later one will.
        if (!_hasBegun && isEmpty && refusal is { Kind: TrailFaultKind.SourceNotFound or TrailFaultKind.AccessDenied or TrailFaultKind.Argument })
            throw new TrailSourceException(refusal);
        return refusal is null;
    }

    // A log that cannot be fetched while the service does not answer waits with all others. Before any was had nothing tells whether
    // it is the service: one that fails again and again then is left to later looks, which list first.
    private FoundLog Guarded(FoundLog found)
    {
        var guarded = found.Log.Key is null ? found
            : new FoundLog(found.Log, token => _opening!.OpenAsync(found.OpenAsync, token));
        guarded.IsTriedAgain = checkpoint.Tries.HasFailed(found.Log);
        return guarded;
    }

    // Each look finds the same to say: once is enough. A file that is not there yet whole is nothing to be warned of.
    private async ValueTask SayAsync(TrailNotice notice, CancellationToken token)
    {
        // What each new file makes it say is not told, and is not kept: a watching may last for years.
        if ((_hasBegun && notice.Kind == TrailNoticeKind.Verbose) || !_said.Add(notice.Text) || (!_hasBegun && notice.Detail is { Kind: TrailFaultKind.SourceNotFound }))
            return;
        var said = source is FileSource && notice.Kind == TrailNoticeKind.Warning ? TrailNotice.Verbose(notice.Text) : notice;
        await GiveAsync(new SourceNotice(said), token).ConfigureAwait(false);
    }

    // Where this look is the call that tries whether the service answers, what is in front of it waits to be opened until that is
    // known, and it for them.
    private ValueTask GiveAsync(TrailSourceItem item, CancellationToken token)
    {
        if (_items.Writer.TryWrite(item))
            return ValueTask.CompletedTask;
        _gate!.Answers();
        return _items.Writer.WriteAsync(item, token);
    }

    private async Task SignOfLifeAsync(TrailSourceCoverage entry, CancellationToken token)
    {
        while (true)
        {
            await Task.Delay(WatchLimits.SignOfLife, _clock, token).ConfigureAwait(false);
            Notices.Say(TrailNotice.Verbose(WatchedText.Of(Name, entry.Whole, _clock.GetUtcNow().UtcDateTime) + "."));
        }
    }
}
