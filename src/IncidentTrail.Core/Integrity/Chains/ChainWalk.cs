using System.Runtime.CompilerServices;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Chains;

/// <summary>
/// Walks a chain of digests from the newest to the oldest. Each says which one was before it and what that one's hash and
/// signature were, so its own verdict is given only once that one has been read. A digest that is not what it should be
/// tells nothing of where the chain goes on; the list does, and so do the hours.
/// </summary>
internal sealed class ChainWalk(IIntegrityPlace place, DigestJudge judge, IntegrityScope scope, DigestChain chain)
{
    private readonly Dictionary<string, DigestClaim> _claims = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<JudgedDigest> _waiting = [];
    private readonly Timeline _timeline = new(scope);

    /// <summary>The steps.</summary>
    /// <param name="reads">The chain's digests in its order, as they were read.</param>
    /// <param name="token">Gives up.</param>
    public async IAsyncEnumerable<WalkStep> StepsAsync(
        IAsyncEnumerable<ReadDigest> reads, [EnumeratorCancellation] CancellationToken token)
    {
        if (chain.AfterNewest() is { } newest)
            yield return new WalkStep(Missing: newest);
        await foreach (var read in reads.ConfigureAwait(false))
        {
            // What the list does not hold is followed from digest to digest: the prefix or the bucket was changed.
            for (var next = read; next is not null;)
            {
                if (!_seen.Add(next.File.Location))
                    break;
                _claims.Remove(next.File.Location, out var claim);
                var judged = await judge.JudgeAsync(next, claim, token).ConfigureAwait(false);
                foreach (var step in _timeline.Pass(judged))
                    yield return step;
                if (claim is { By.IsTrusted: true })
                {
                    if (judged.Status == TrailIntegrityStatus.Valid && claim.Misfit(next) is { } why)
                        claim.By.Refute(why);
                    if (_waiting.Remove(claim.By))
                        yield return new WalkStep(claim.By);
                }
                next = await PredecessorAsync(judged, token).ConfigureAwait(false);
                if (_timeline.TakeMissing() is { } missing)
                    yield return missing;
                if (!_waiting.Contains(judged))
                    yield return new WalkStep(judged);
            }
        }
        foreach (var left in _waiting)
            yield return new WalkStep(left);
    }

    // The digest to go on with, where the list does not bring it. The one judged waits for it, or for its turn in the list.
    private async ValueTask<ReadDigest?> PredecessorAsync(JudgedDigest judged, CancellationToken token)
    {
        if (judged.Digest?.Previous is not { } link)
            return null;
        var claim = new DigestClaim(judged, link);
        var there = place.Find(link.Bucket, link.Key);
        var listed = there.Where(file => chain.Holds(file) && !_seen.Contains(file.Location)).ToList();
        foreach (var file in listed)
            _claims[file.Location] = claim;
        if (!judged.IsTrusted)
            return null;
        if (listed.Count > 0)
        {
            _waiting.Add(judged);
            return null;
        }
        var name = DigestName.Parse(link.Key) ?? judged.Read.Name with { EndUtc = judged.Digest.StartUtc };
        var needed = scope.NeedsHour(name.EndUtc);
        if (there.Any(file => _seen.Contains(file.Location)) || (!needed && !chain.Counts))
            return null;
        var read = there.Count == 0 ? null : await ReadDigest.ReadAsync(place, there[0], name, token).ConfigureAwait(false);
        if (read is null or { Content.Failure.Kind: TrailFaultKind.SourceNotFound })
        {
            _timeline.Miss(judged, link, name);
            return null;
        }
        if (needed)
        {
            _claims[read.File.Location] = claim;
            _waiting.Add(judged);
            return read;
        }
        // Outside the window: read for what it says of the one inside.
        var edge = await judge.JudgeAsync(read, claim, token).ConfigureAwait(false);
        if (edge.Status == TrailIntegrityStatus.Valid && claim.Misfit(read) is { } why)
            judged.Refute(why);
        return null;
    }
}
