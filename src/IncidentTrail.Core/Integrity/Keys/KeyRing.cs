using System.Collections.Concurrent;
using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Integrity.Keys;

/// <summary>
/// The keys of a test. Where those of a Region cannot be had, that is said once, and the hashes of that Region's digests are
/// all there is; the other Regions go on.
/// </summary>
/// <param name="keys">Where keys come from; null where none can be asked.</param>
internal sealed class KeyRing(IDigestKeys? keys)
{
    private const string NoneAsked = "No public key could be asked for, so its signature was not checked.";

    private readonly ConcurrentDictionary<string, string> _without = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<TrailNotice> _notices = new();

    /// <summary>The key that a digest names.</summary>
    public async ValueTask<KeyAnswer> FindAsync(Digest digest, string region, CancellationToken token)
    {
        if (keys is null)
            return new KeyAnswer(null, NoneAsked);
        if (_without.TryGetValue(region, out var why))
            return new KeyAnswer(null, why);
        try
        {
            return new KeyAnswer(await keys.FindAsync(digest, region, token).ConfigureAwait(false), null);
        }
        catch (TrailSourceException e)
        {
            why = $"The public keys of {region} could not be had, so its signature was not checked.";
            if (_without.TryAdd(region, why))
                _notices.Enqueue(Notice(region, e.Fault));
            return new KeyAnswer(null, why);
        }
    }

    /// <summary>What is to be said of keys that could not be had.</summary>
    public IEnumerable<TrailNotice> Notices()
    {
        while (_notices.TryDequeue(out var notice))
            yield return notice;
    }

    // Away from the network nothing is wrong with what was asked.
    private static TrailNotice Notice(string region, TrailFault fault) => fault.Kind == TrailFaultKind.Connection
        ? TrailNotice.Warning($"{fault.Message.TrimEnd('.')}. Without the public keys of {region} no signature there is checked and nothing is Valid: hashes alone are compared. -PublicKeyPath takes keys from a file.")
        : TrailNotice.Fault(fault);
}
