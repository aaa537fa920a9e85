using IncidentTrail.Aws.Faults;
using IncidentTrail.Integrity.Digests;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>The public keys of one Region, as far as they have been asked for.</summary>
internal sealed class RegionKeys(CloudTrailClient client, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<string, DigestKey> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _asking = new(1, 1);

    // The beginning of the time that was asked for; null before the first question.
    private DateTime? _fromUtc;

    /// <summary>The key that a digest names; null where it is not among the keys of its time.</summary>
    public async ValueTask<DigestKey?> FindAsync(Digest digest, DateTime? startUtc, CancellationToken token)
    {
        await _asking.WaitAsync(token).ConfigureAwait(false);
        try
        {
            if (_keys.TryGetValue(digest.KeyFingerprint, out var known))
                return known;
            // What is asked begins long before the window, so that the digest before it is no new question.
            if (_fromUtc is { } asked && asked <= Earlier(digest.StartUtc, AdapterLimits.KeysNeeded))
                return null;
            var from = startUtc is { } start && start <= digest.StartUtc ? Earlier(start, AdapterLimits.KeysBefore)
                : Earlier(digest.StartUtc, AdapterLimits.KeysReachedBack);
            await AskAsync(from, _fromUtc ?? Latest(digest), token).ConfigureAwait(false);
            return _keys.GetValueOrDefault(digest.KeyFingerprint);
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task AskAsync(DateTime fromUtc, DateTime untilUtc, CancellationToken token)
    {
        IReadOnlyList<DigestPublicKey> listed;
        try
        {
            listed = await client.ListPublicKeysAsync(fromUtc, untilUtc, token).ConfigureAwait(false);
        }
        catch (ServiceException e)
        {
            throw new TrailSourceException(e.ToFault());
        }
        if (listed.Count == 0 && _keys.Count == 0)
            throw new TrailSourceException(KeyFaults.None(client.Region, fromUtc, untilUtc));
        _fromUtc = fromUtc;
        foreach (var key in listed)
        {
            var parsed = Parsed(key);
            foreach (var fingerprint in parsed.Fingerprints)
                _keys.TryAdd(fingerprint, parsed);
        }
    }

    private DigestKey Parsed(DigestPublicKey listed)
    {
        try
        {
            return DigestKey.Parse(Convert.FromBase64String(listed.Value ?? ""));
        }
        catch (FormatException e)
        {
            throw new TrailSourceException(KeyFaults.Unusable(client.Region, listed.Fingerprint, e));
        }
    }

    private DateTime Latest(Digest digest)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return digest.EndUtc > now ? digest.EndUtc + AdapterLimits.KeysBefore : now;
    }

    private static DateTime Earlier(DateTime time, TimeSpan by) => time - DateTime.UnixEpoch > by ? time - by : DateTime.UnixEpoch;
}
