using System.Runtime.CompilerServices;
using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Aws.History;

/// <summary>
/// CloudTrail's Event history: the last 90 days of management events of each account and Region asked, newest first.
/// Accounts and Regions are read in parallel, each at the pace that CloudTrail allows.
/// </summary>
internal sealed class EventHistorySource(
    IReadOnlyList<HistoryCaller> callers, IReadOnlyList<TrailFault> faults, string? endpointUrl,
    HistoryFill? fill = null, HistorySettings? settings = null, HistoryMarks? marks = null) : ITrailSource
{
    private readonly HistorySettings _settings = settings ?? new HistorySettings();
    private bool _hasAsked;

    public string Name => HistoryProgress.SourceName;

    public int ReadAheadFor(TrailQuery query) => 2;

    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        var plan = LookupPlan.For(query);
        var window = HistoryWindow.Of(query, _settings.Schedule.Clock.GetUtcNow().UtcDateTime);
        var regions = callers.Select(c => HistoryRegions.Choose(query.Region, c.Region)).ToList();
        if (regions.Count > 0 && regions.All(r => r.Asked.Count == 0))
            throw new TrailSourceException(NoRegion(Name));
        // Asked again while somebody waits, it goes on from where it was, and says nothing twice.
        var from = !_hasAsked ? fill : marks is null ? new HistoryFill(Name, EngineLimits.HistoryLateness) : null;
        if (!_hasAsked)
        {
            State(entry, plan, window);
            var without = callers.Zip(regions).Where(c => c.Second.Asked.Count == 0).Select(c => NoRegion(c.First.Label ?? Name));
            foreach (var notice in faults.Concat(without).Select(TrailNotice.Fault).Concat(Opening(query, plan, window, regions, entry)))
                yield return new SourceNotice(notice);
        }

        if (window.IsEmpty || !LookupPlan.CanHold(query))
            yield break;

        var places = callers.Zip(regions)
            .SelectMany(c => c.Second.Asked.Select(r => new HistoryPlace(c.First, r, entry)))
            .ToList();
        await using var round = new HistoryRound(places, endpointUrl, _settings, token);
        foreach (var place in places)
        {
            if (await round.ConnectAsync(place).ConfigureAwait(false) is not { } client)
                continue;
            var start = Later(window.StartUtc, await ReachedAsync(from, entry.Whole, place, client, token).ConfigureAwait(false));
            if (fill is not null && !_hasAsked)
                entry.Note(FillNote(place, start));
            var parts = marks?.PartsOf(place.Mark, start, window.EndUtc) ?? [(start, window.EndUtc)];
            foreach (var (partStart, partEnd) in parts)
            {
                // What was read before may reach beyond the window's end: then there is nothing to complete.
                if (partStart > partEnd)
                    continue;
                foreach (var attribute in plan.Attributes)
                    round.Add(place, client, new LookupRequest(attribute, partStart, partEnd));
            }
        }

        _hasAsked = true;
        await foreach (var item in round.ReadAsync().ConfigureAwait(false))
            yield return item;
        if (marks is not null)
            round.Mark(marks, window);
        foreach (var item in round.Finish())
            yield return item;
    }

    private IEnumerable<TrailNotice> Opening(
        TrailQuery query, LookupPlan plan, HistoryWindow window, List<HistoryRegions> regions, TrailSourceCoverage source)
    {
        if (!LookupPlan.CanHold(query))
            yield return Lacking(source, "Event history holds management events only, and none are asked for: nothing was asked.");
        // What was before is in the trail that is completed.
        if (window.Warning is { } cut && fill is null)
            yield return Lacking(source, cut);
        foreach (var warning in regions.Select(r => r.Warning).OfType<string>().Distinct())
            yield return Noted(source, warning);
        yield return TrailNotice.Verbose(plan.Note is null ? plan.Reason : plan.Reason + " " + plan.Note);
        if (query.StartTimeUtc is null && fill is null)
            yield return TrailNotice.Verbose("Without -StartTime the whole 90 days are read, 50 events a request and two requests a second; a start makes that less.");
    }

    private static void State(TrailSourceCoverage source, LookupPlan plan, HistoryWindow window)
    {
        source.State("Pushed", string.Join(", ", plan.Attributes.Where(a => a is not null)));
        source.State("WindowStartUtc", window.StartUtc);
        source.State("WindowEndUtc", window.EndUtc);
        if (plan.Note is { } note)
            source.Note(note);
        source.Note("Event history holds management events of the last 90 days, and shows a call some 5 to 15 minutes after it was made.");
    }

    private static DateTime? Later(DateTime? one, DateTime? other) => one > other ? one : other ?? one;

    // How far another source holds of a place what this one completes; null where that is not known.
    private async Task<DateTime?> ReachedAsync(
        HistoryFill? from, TrailCoverage whole, HistoryPlace place, CloudTrailClient client, CancellationToken token)
    {
        var reached = from?.StartFor(whole, place.AccountId, place.Region);
        if (reached is null || from != fill || place.AccountId is not null)
            return reached;
        return await IsToldAsync(place, client, token).ConfigureAwait(false) ? from!.StartFor(whole, place.AccountId, place.Region) : null;
    }

    private string FillNote(HistoryPlace place, DateTime? start) => start is { } from
        ? FormattableString.Invariant($"{place.Name} was asked from {from:u} on, to complete {fill!.SourceName}.")
        : $"{place.Name} was asked for the whole window, to complete {fill!.SourceName}.";

    private static TrailFault NoRegion(string whose) => new(
        TrailFaultKind.Argument, whose, $"{whose}: no Region is named whose Event history could be asked.",
        RemedyTable.NoRegion);

    // Of what was asked for something is not held: alone it is no answer to all of it.
    private TrailNotice Lacking(TrailSourceCoverage source, string text)
    {
        source.Note(text);
        return fill is null ? TrailNotice.Gap(text) : TrailNotice.Warning(text);
    }

    private static TrailNotice Noted(TrailSourceCoverage source, string text)
    {
        source.Note(text);
        return TrailNotice.Warning(text);
    }

    // What another source holds of an account decides where to begin, and it may hold other accounts alone. So whose history this
    // is must be known before: the newest events tell.
    private static async Task<bool> IsToldAsync(HistoryPlace place, CloudTrailClient client, CancellationToken token)
    {
        try
        {
            await foreach (var page in new HistorySweep(client, new LookupRequest(null, null, null)).ReadAsync(token).ConfigureAwait(false))
            {
                place.Caller.AccountId = LookupAccount.Of(page);
                if (page.Events.Count > 0)
                    break;
            }
        }
        catch (ServiceException)
        {
            // The sweep is refused as well, and says why.
        }
        return place.AccountId is not null;
    }
}
