using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IncidentTrail.Integrity.Chains;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Integrity.Verdicts;
using IncidentTrail.Sources;

namespace IncidentTrail.Integrity;

/// <summary>
/// Tests the digests and logs of a place, and gives a verdict on each as soon as it is known: the digests chain by chain, then
/// the logs they list, of which any digest may say something, then the logs that no digest lists.
/// </summary>
/// <param name="place">Where they lie.</param>
/// <param name="keys">The public keys; null where none can be asked.</param>
/// <param name="scope">What is to be tested.</param>
/// <param name="digestsAhead">How many digests may be read ahead.</param>
/// <param name="logsAhead">How many logs may be read ahead.</param>
internal sealed class IntegrityTest(
    IIntegrityPlace place, IDigestKeys? keys, IntegrityScope scope, int digestsAhead, int logsAhead)
{
    private readonly KeyRing _keys = new(keys);
    private readonly ListedLogs _listed = new(place);
    private readonly SeenPlaces _listedElsewhere = new();
    private readonly GoneDigests _gone = new(place, scope);

    /// <summary>How many digests were listed that are to be read: all that are, once there is a verdict.</summary>
    public int DigestsListed { get; private set; }

    /// <summary>How many of them there is a verdict on.</summary>
    public int DigestsJudged { get; private set; }

    /// <summary>How many logs were listed so far to see whether a digest lists them.</summary>
    public int LogsListed { get; private set; }

    /// <summary>The verdicts. Throws <see cref="TrailSourceException"/> where nothing can be tested.</summary>
    public async IAsyncEnumerable<IntegrityItem> RunAsync([EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var item in Checked(PlanAsync(token), token).ConfigureAwait(false))
            yield return item;
        await foreach (var item in UnlistedAsync(token).ConfigureAwait(false))
            yield return item;
    }

    /// <summary>
    /// What the digests come to, before a log is read: verdicts on them, and then the logs that they list, each once, by a valid one
    /// where one lists it. Throws <see cref="TrailSourceException"/> where nothing can be tested.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<PendingRow>> PlanAsync([EnumeratorCancellation] CancellationToken token)
    {
        var chains = new DigestChains(scope, place);
        await foreach (var item in place.DigestsAsync(scope, token).ConfigureAwait(false))
        {
            if (++DigestsListed % EngineLimits.ListedInSilence == 0)
                yield return [new PendingRow(IntegrityItem.Progress, null)];
            if (item.Notice is { } notice)
                yield return Said(notice);
            else if (!chains.Add(item.File!))
                yield return Said(TrailNotice.Warning($"{item.File} lies among digests and is not named as one: it was left alone."));
        }
        var all = chains.All().ToList();
        DigestsListed = all.Sum(chain => chain.Wanted.Count);
        var names = all.Where(chain => chain.Counts && chain.IsNeeded).Select(chain => chain.Newest.Name).ToList();
        if (names.Count == 0)
            yield return Said(TrailNotice.Warning("No digest is there for what is asked, so nothing can be proven. " + EngineRemedies.NoDigest));
        else if (scope.Without(names).ToList() is { Count: > 0 } without)
            yield return Said(TrailNotice.Gap($"No digest of {string.Join(", ", without)} is there for what is asked, so nothing of that can be proven. {EngineRemedies.NoDigest}"));
        await foreach (var part in PartsAsync(all, token).ConfigureAwait(false))
            yield return part;
        foreach (var missing in _gone.Missing())
            yield return [new PendingRow(IntegrityItem.Of(missing), null)];
        foreach (var part in _listed.Take().Select(log => new PendingRow(null, log)).Chunk(Together))
            yield return part;
    }

    private static IReadOnlyList<PendingRow> Said(TrailNotice notice) => [new PendingRow(IntegrityItem.Of(notice), null)];

    private async IAsyncEnumerable<IntegrityItem> Checked(
        IAsyncEnumerable<IReadOnlyList<PendingRow>> parts, [EnumeratorCancellation] CancellationToken token)
    {
        var done = OrderedWork.Of<IReadOnlyList<PendingRow>, List<IntegrityItem>>(parts, CheckAsync, logsAhead, held: 1, token);
        await foreach (var items in done.ConfigureAwait(false))
        {
            foreach (var item in items)
                yield return item;
        }
    }

    private async Task CheckAsync(IReadOnlyList<PendingRow> part, ChannelWriter<List<IntegrityItem>> results, CancellationToken token)
    {
        var items = new List<IntegrityItem>(part.Count);
        foreach (var row in part)
            items.Add(row.Item ?? IntegrityItem.Of(await row.Log!.CheckAsync(place, token).ConfigureAwait(false)));
        await results.WriteAsync(items, token).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<IReadOnlyList<PendingRow>> PartsAsync(
        List<DigestChain> chains, [EnumeratorCancellation] CancellationToken token)
    {
        var walks = OrderedWork.Of(ReadyElements.Of(chains), StepsAsync, EngineLimits.ChainsAhead, token);
        await foreach (var (step, counts) in walks.ConfigureAwait(false))
        {
            DigestsJudged += step.Judged is null ? 0 : 1;
            foreach (var notice in _keys.Notices())
                yield return Said(notice);
            foreach (var row in RowsOf(step, counts))
                yield return [new PendingRow(row, null)];
        }
    }

    private async IAsyncEnumerable<(WalkStep Step, bool Counts)> StepsAsync(
        DigestChain chain, [EnumeratorCancellation] CancellationToken token)
    {
        var reads = OrderedWork.Of<PlacedDigest, ReadDigest>(ReadyElements.Of(chain.Wanted), ReadAsync, digestsAhead, held: 1, token);
        var walk = new ChainWalk(place, new DigestJudge(place, _keys), scope, chain);
        await foreach (var step in walk.StepsAsync(reads, token).ConfigureAwait(false))
            yield return (step, chain.Counts);
    }

    // An object in a bucket is waited for.
    private int Together => place.IsCopy ? EngineLimits.LogsTogether : 1;

    private IEnumerable<IntegrityItem> RowsOf(WalkStep step, bool counts)
    {
        if (step.Judged is { } judged)
        {
            List(judged, counts);
            return counts && Overlaps(judged) ? [IntegrityItem.Of(judged.ToResult())] : [];
        }
        if (!counts)
            return [];
        if (step.Missing is not { } missing)
            return [IntegrityItem.Of(step.Gap!)];
        _gone.Note(missing);
        return [IntegrityItem.Of(missing)];
    }

    private async Task ReadAsync(PlacedDigest digest, ChannelWriter<ReadDigest> results, CancellationToken token) =>
        await results.WriteAsync(
            await ReadDigest.ReadAsync(place, digest.File, digest.Name, token).ConfigureAwait(false), token).ConfigureAwait(false);

    // Times that nobody signed must not lead out of the window.
    private bool Overlaps(JudgedDigest judged) => (judged.StartUtc is { } start && scope.Overlaps(start, judged.EndUtc))
        || (judged.Status != TrailIntegrityStatus.Valid && scope.OverlapsHour(judged.Read.Name.EndUtc));

    private void List(JudgedDigest judged, bool counts)
    {
        foreach (var entry in judged.Digest?.Logs ?? [])
        {
            var there = place.Find(entry.Bucket, entry.Key);
            foreach (var log in there.Count == 0 ? [new ListedLog(entry, judged, null)] : there.Select(file => new ListedLog(entry, judged, file)))
            {
                if (!scope.Covers(log.Place))
                    continue;
                if (counts)
                    _listed.Add(log);
                else if (judged.IsTrusted)
                    _listedElsewhere.Add(log.Place.Location);
            }
        }
    }

    private async IAsyncEnumerable<IntegrityItem> UnlistedAsync([EnumeratorCancellation] CancellationToken token)
    {
        // Nothing is added to what is listed any more, so several may look there.
        var found = OrderedWork.Of<List<PlacedItem>, List<IntegrityItem>>(
            ListedAsync(token), UnlistedAsync, Environment.ProcessorCount, held: 1, token);
        await foreach (var items in found.ConfigureAwait(false))
        {
            yield return IntegrityItem.Progress;
            foreach (var item in items)
                yield return item;
        }
    }

    private async IAsyncEnumerable<List<PlacedItem>> ListedAsync([EnumeratorCancellation] CancellationToken token)
    {
        var part = new List<PlacedItem>(EngineLimits.ListedInSilence);
        await foreach (var item in place.LogsAsync(scope, token).ConfigureAwait(false))
        {
            LogsListed++;
            part.Add(item);
            if (part.Count < EngineLimits.ListedInSilence)
                continue;
            yield return part;
            part = new List<PlacedItem>(EngineLimits.ListedInSilence);
        }
        yield return part;
    }

    private async Task UnlistedAsync(List<PlacedItem> part, ChannelWriter<List<IntegrityItem>> results, CancellationToken token)
    {
        var items = new List<IntegrityItem>();
        foreach (var item in part)
        {
            if (item.Notice is { } notice)
                items.Add(IntegrityItem.Of(notice));
            else if (item.File is { } file && scope.Wants(file.AccountId, file.Region) && scope.Covers(file)
                && !_listed.Contains(file.Location) && !_listedElsewhere.Contains(file.Location)
                && await UnlistedLog.OfAsync(place, scope, file, token).ConfigureAwait(false) is { } unlisted)
                items.Add(unlisted);
        }
        await results.WriteAsync(items, token).ConfigureAwait(false);
    }
}
