using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources;

namespace IncidentTrail.Integrity.Proof;

/// <summary>
/// The logs of a source that are proven to be what CloudTrail signed, and no others: its digests are tested first, then each
/// log is held, hashed and given on as those very bytes. What is left out is counted, and leaves the answer incomplete.
/// </summary>
/// <param name="source">The source.</param>
/// <param name="place">Where its digests lie, and its logs as the source lists them.</param>
/// <param name="keys">The public keys; null where none could be asked, so that nothing is proven.</param>
/// <param name="scope">What of the place the source lists.</param>
/// <param name="isWhole">True where the source lists all logs of the scope, so that one it does not list is missing.</param>
internal sealed class ProvenSource(ITrailSource source, IIntegrityPlace place, IDigestKeys? keys, IntegrityScope scope, bool isWhole)
    : ITrailSource, IDisposable
{
    /// <summary>The fact of the source's coverage that holds the counts of all verdicts.</summary>
    internal const string Fact = "Integrity";

    /// <inheritdoc/>
    public string Name => source.Name;

    /// <inheritdoc/>
    public object Identity => source.Identity;

    /// <inheritdoc/>
    public int ReadAheadFor(TrailQuery query) => source.ReadAheadFor(query);

    /// <inheritdoc/>
    public void Dispose() => (source as IDisposable)?.Dispose();

    /// <inheritdoc/>
    public async IAsyncEnumerable<TrailSourceItem> ListAsync(
        TrailQuery query, TrailSourceCoverage entry, [EnumeratorCancellation] CancellationToken token)
    {
        entry.RequireValid();
        var summary = new TrailIntegritySummary { StartTimeUtc = scope.StartUtc, EndTimeUtc = scope.EndUtc };
        entry.State(Fact, summary);
        var ahead = Math.Max(source.ReadAheadFor(query), 1);
        var vouched = new VouchedLogs();
        await foreach (var row in new IntegrityTest(place, keys, scope, ahead, ahead).PlanAsync(token).ConfigureAwait(false))
        {
            foreach (var said in Take(row, vouched, summary))
                yield return said;
        }
        using var processors = new SemaphoreSlim(Environment.ProcessorCount);
        var check = new ProofCheck(vouched, scope, query.MaxInflatedSize, processors);
        var checks = OrderedWork.Of<TrailSourceItem, ProvenItem>(source.ListAsync(query, entry, token), check.TakeAsync, ahead, held: 1, token);
        var unproven = 0;
        await foreach (var item in checks.ConfigureAwait(false))
        {
            if (item.Status is { } status)
                summary.Logs.Count(status);
            yield return item.Item;
            // The warning at the end counts all.
            if (item.Item is UnprovenLog left && unproven++ < EngineLimits.FaultsNamed)
                yield return new SourceNotice(TrailNotice.Verbose($"{left.Log.Location} was left out: {item.Status}."));
        }
        for (var missing = isWhole ? vouched.NotMet : 0; missing > 0; missing--)
            summary.Logs.Count(TrailIntegrityStatus.Missing);
        if (ProofNotice.Of(summary) is { } notice)
            yield return new SourceNotice(notice);
    }

    private static IEnumerable<SourceNotice> Take(IReadOnlyList<PendingRow> rows, VouchedLogs vouched, TrailIntegritySummary summary)
    {
        foreach (var row in rows)
        {
            if (row.Log is { } log)
                vouched.Add(log);
            if (row.Item is not { } item)
                continue;
            summary.Take(item);
            if (item.Notice is { } notice)
                yield return new SourceNotice(notice);
        }
    }
}
