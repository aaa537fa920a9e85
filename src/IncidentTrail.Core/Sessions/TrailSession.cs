using System.Runtime.CompilerServices;
using IncidentTrail.Checkpoints;
using IncidentTrail.Contracts;
using IncidentTrail.Filtering;
using IncidentTrail.Sessions;
using IncidentTrail.Sources;
using IncidentTrail.Sources.Names;

namespace IncidentTrail;

/// <summary>
/// One invocation's reading of one or more sources: it filters, delivers each event once, stops at the number asked for,
/// and accounts for every record in its <see cref="TrailCoverage"/>. Not for several threads at once.
/// </summary>
public sealed class TrailSession
{
    private readonly TrailQuery _query;
    private readonly TrailFilter _filter;
    private readonly WantedEvents _wanted;
    private readonly LogLedger? _ledger;
    private TrailFilter? _pipelineFilter;
    private bool _isDoubtSaid;

    /// <summary>Makes a session for a query; its counts go to the coverage.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="coverage">What the counts go to.</param>
    /// <exception cref="FormatException">A filter cannot be understood, such as a CIDR block.</exception>
    public TrailSession(TrailQuery query, TrailCoverage coverage)
        : this(query, coverage, checkpoint: null)
    {
    }

    /// <param name="query">What is asked for.</param>
    /// <param name="coverage">What the counts go to.</param>
    /// <param name="checkpoint">What was given before and is not given again; it is told of each log of which all was given.</param>
    internal TrailSession(TrailQuery query, TrailCoverage coverage, Checkpoint? checkpoint)
    {
        _query = query;
        Coverage = coverage;
        _filter = new TrailFilter(query);
        var sorted = query.Newest is { } newest ? new SortedEvents(newest, newestFirst: true)
            : query.Oldest ? new SortedEvents(query.MaxEvents, newestFirst: false) : null;
        _ledger = checkpoint is null ? null : new LogLedger(checkpoint, waits: sorted is not null);
        _wanted = new WantedEvents(
            new NewEvents(new DeliveredCopies(_filter, query.MaxInflatedSize), _ledger), sorted, _ledger, query.MaxEvents ?? long.MaxValue);
    }

    /// <summary>The events delivered last, for a reading without an end; null to remember all of them, and where they were found.</summary>
    internal DuplicateWindow? Window { init => _wanted.Window = value; }

    /// <summary>What has been read, and what could not be.</summary>
    public TrailCoverage Coverage { get; }

    /// <summary>True where as many events as asked for have been delivered: nothing more need be read.</summary>
    public bool IsSatisfied => _wanted.IsSatisfied;

    /// <summary>Reads a source. Where events are sorted the batches hold notices, and the events wait for <see cref="Finish"/>.</summary>
    public async IAsyncEnumerable<TrailBatch> ReadAsync(ITrailSource source, [EnumeratorCancellation] CancellationToken token)
    {
        var account = Coverage.AccountOf(source);
        WindowCoverage.NoteEnd(account.Entry, _query, DateTime.UtcNow);
        if (IsSatisfied)
        {
            account.Close(atEnd: false);
            yield break;
        }
        bool isAtEnd = false, isAllGiven = false;
        using var reading = new ParallelReading(_query, _filter);
        var pace = new DeliveryPace(reading);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        _wanted.Begin(token);
        var pieces = reading.PiecesAsync(source, account.Entry, stop.Token).GetAsyncEnumerator(stop.Token);
        var coming = Task.FromResult(true);
        try
        {
            while (!isAtEnd && !_wanted.HasEnough)
            {
                coming = pieces.MoveNextAsync().AsTask();
                if (await pace.IsDueBeforeAsync(coming).ConfigureAwait(false))
                {
                    foreach (var given in pace.Give())
                        yield return given;
                    _ledger?.Given();
                }
                if (source is IWatchedSource watched)
                {
                    await foreach (var said in watched.Notices.UntilAsync(coming).ConfigureAwait(false))
                        yield return Said(said, account);
                }
                isAtEnd = !await coming.ConfigureAwait(false);
                for (var i = 0; !isAtEnd && !IsSatisfied && i < pieces.Current.Count; i++)
                    _wanted.Take(pieces.Current[i], account, pace);
                if (pace.IsEmpty)
                    _ledger?.Given();
            }
            foreach (var given in pace.Give())
                yield return given;
            isAllGiven = isAtEnd;
            if (isAtEnd)
                _ledger?.AtEnd(isWhole: Coverage.Faults.Count == 0);
            _ledger?.Given();
        }
        finally
        {
            account.Close(isAllGiven);
            // Whoever stops may do so while the next piece is on its way.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await pieces.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Takes an event that the pipeline brings: filters it by what the query names, and gives it unless it repeats one.
    /// Nobody knows what was filtered out before it, and the coverage says so.
    /// </summary>
    public TrailBatch Accept(TrailEvent trailEvent)
    {
        _pipelineFilter ??= new TrailFilter(_query, chosenBefore: true);
        var account = Coverage.Account.Pipeline();
        account.Read(1);
        var verdict = _pipelineFilter.Judge(trailEvent);
        if (verdict == FilterVerdict.Keep)
            return _wanted.Take(trailEvent, account);
        account.Dropped(1, verdict == FilterVerdict.DropWithoutTime ? 1 : 0);
        return TrailBatch.Empty;
    }

    /// <summary>Ends the reading: gives the events that were held to be sorted, and states whether all was read.</summary>
    public IReadOnlyList<TrailEvent> Finish() => FinishBatch().Events;

    /// <summary>Ends the reading, with what is left to be said of it.</summary>
    internal TrailBatch FinishBatch()
    {
        var rest = Coverage.Account.SayRest();
        Coverage.Account.Close();
        return new TrailBatch(_wanted.Sorted(), rest);
    }

    /// <summary>What <see cref="FinishBatch"/> gave has been taken.</summary>
    internal void Conclude() => _ledger?.Conclude();

    /// <summary>Before a reading that may have no end: what of the query can never match; null where nothing is odd.</summary>
    public TrailNotice? DoubtAhead()
    {
        _isDoubtSaid = true;
        return Unmatched.Ahead(_query);
    }

    /// <summary>
    /// At the end: what of the query could not match, and what was likely meant; null where nothing is odd, all was said by
    /// <see cref="DoubtAhead"/>, or as many events as asked for came before all was read.
    /// </summary>
    public TrailNotice? Doubt()
    {
        TrailFilter[] filters = [.. new[] { _filter, _pipelineFilter }.OfType<TrailFilter>()];
        if (Coverage.RecordsKept == 0)
            return Unmatched.Of(_query, [.. filters.Select(filter => filter.NearCallers)], _ledger is null ? Coverage : null, _isDoubtSaid);
        return IsSatisfied ? null : Unmatched.Beside(_query, filters, _isDoubtSaid);
    }

    private static TrailBatch Said(IReadOnlyList<TrailNotice> notices, SourceAccount account)
    {
        foreach (var notice in notices)
            account.Say(notice);
        return new TrailBatch([], notices);
    }
}
