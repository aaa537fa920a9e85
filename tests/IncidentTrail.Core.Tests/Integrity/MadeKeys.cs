using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Keys;

namespace IncidentTrail.Tests.Integrity;

/// <summary>Keys by Region, as ListPublicKeys has them.</summary>
internal sealed class MadeKeys : IDigestKeys
{
    private readonly Dictionary<(string, string), DigestKey> _keys = [];
    private TrailFault? _fault;

    /// <summary>The first key in us-east-2.</summary>
    public static MadeKeys Usual => new MadeKeys().With("us-east-2", ChainMaker.Pkcs1(ChainMaker.FirstKey));

    public MadeKeys With(string region, byte[] der)
    {
        var key = DigestKey.Parse(der);
        foreach (var fingerprint in key.Fingerprints)
            _keys[(region, fingerprint)] = key;
        return this;
    }

    /// <summary>Keys that cannot be had.</summary>
    public static MadeKeys Failing(TrailFault fault) => new() { _fault = fault };

    public ValueTask<DigestKey?> FindAsync(Digest digest, string? region, CancellationToken token) => _fault is not null
        ? throw new TrailSourceException(_fault)
        : ValueTask.FromResult(_keys.GetValueOrDefault((region!, digest.KeyFingerprint)));
}
