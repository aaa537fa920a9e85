using System.Threading.Channels;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Sources;

namespace IncidentTrail.Integrity.Proof;

/// <summary>Judges what a source lists: a log that is proven is given on with the bytes that were checked, another is left out.</summary>
/// <param name="vouched">What the digests list.</param>
/// <param name="scope">What is asked for.</param>
/// <param name="limit">As much as a log may inflate to.</param>
/// <param name="processors">How many may be inflated at once.</param>
internal sealed class ProofCheck(VouchedLogs vouched, IntegrityScope scope, long limit, SemaphoreSlim processors)
{
    /// <summary>Judges one item.</summary>
    public async Task TakeAsync(TrailSourceItem item, ChannelWriter<ProvenItem> results, CancellationToken token)
    {
        if (item is SkippedLog skipped)
            vouched.Meet(skipped.Log);
        await results.WriteAsync(
            item is FoundLog found ? await JudgeAsync(found, token).ConfigureAwait(false) : new ProvenItem(item, null), token).ConfigureAwait(false);
    }

    private async Task<ProvenItem> JudgeAsync(FoundLog found, CancellationToken token)
    {
        vouched.Meet(found.Log);
        if (!vouched.Lists(found.Log))
            return Judged(found, scope.StatusOfUnlisted(found.Log));
        var held = await HeldLog.ReadAsync(found, token).ConfigureAwait(false);
        return held.IsWhole ? Judged(found, await StatusAsync(found, held, token).ConfigureAwait(false), held)
            : new ProvenItem(new FoundLog(found.Log, _ => ValueTask.FromResult(held.Take()!)), TrailIntegrityStatus.Unreadable);
    }

    private static ProvenItem Given(FoundLog found, HeldLog held, Func<CancellationToken, ValueTask<Stream>> again) => new(
        new FoundLog(found.Log.With(TrailLogIntegrity.Valid), token => held.Take() is { } bytes ? ValueTask.FromResult(bytes) : again(token)),
        TrailIntegrityStatus.Valid);

    private ProvenItem Judged(FoundLog found, TrailIntegrityStatus status, HeldLog? held = null) => status switch
    {
        TrailIntegrityStatus.Valid => Given(found, held!, token => AgainAsync(found, token)),
        TrailIntegrityStatus.HashOnly or TrailIntegrityStatus.Unvouched or TrailIntegrityStatus.Unlisted
            or TrailIntegrityStatus.NotYetCovered => new(new UnprovenLog(found.Log.With(TrailLogIntegrity.NotCovered)), status),
        _ => new(new UnprovenLog(found.Log.With(TrailLogIntegrity.Invalid)), status),
    };

    private async Task<TrailIntegrityStatus> StatusAsync(FoundLog found, HeldLog held, CancellationToken token)
    {
        await processors.WaitAsync(token).ConfigureAwait(false);
        try
        {
            return vouched.StatusOf(found.Log, held.Hash(limit, token));
        }
        finally
        {
            processors.Release();
        }
    }

    // Whoever compares a later copy of an event reads the log once more: again as it was signed, or not at all.
    private async ValueTask<Stream> AgainAsync(FoundLog found, CancellationToken token)
    {
        var held = await HeldLog.ReadAsync(found, token).ConfigureAwait(false);
        return held.IsWhole && vouched.StatusOf(found.Log, held.Hash(limit, token)) != TrailIntegrityStatus.Valid
            ? throw IntegrityFaults.ChangedMeanwhile(found.Log) : held.Take()!;
    }
}
