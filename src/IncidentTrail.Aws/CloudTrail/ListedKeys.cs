using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Keys;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>
/// CloudTrail's public keys, from ListPublicKeys of each Region that digests are of: asked once, for the whole window and
/// more, since a digest is signed after its hour, one of late logs long after, and a key is listed only for the time in which
/// it signed. A digest older than that time is asked for again.
/// </summary>
/// <param name="clientFor">The client of a Region.</param>
/// <param name="startUtc">The window's first instant, in UTC; null where it has none.</param>
/// <param name="clock">Now.</param>
/// <param name="owned">What is disposed with this.</param>
internal sealed class ListedKeys(
    Func<string, CloudTrailClient> clientFor, DateTime? startUtc, TimeProvider clock, params IDisposable[] owned) : IDigestKeys, IDisposable
{
    private readonly Dictionary<string, RegionKeys> _regions = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The keys that CloudTrail gives to a connection's credentials.</summary>
    public static ListedKeys Of(ResolvedConnection connection, DateTime? startUtc, bool isSource)
    {
        var http = new ServiceHttp(connection.Settings.Route);
        var credentials = new SharedCredentials(connection.ForApi);
        return new ListedKeys(
            region => new CloudTrailClient(new JsonClient(
                JsonService.CloudTrail, region, credentials,
                connection.Endpoint(JsonService.CloudTrail.Name.ToUpperInvariant(), isSource)
                    ?? connection.Settings.EndpointIn(JsonService.CloudTrail.Name, region),
                http)),
            startUtc, TimeProvider.System, http, credentials);
    }

    /// <inheritdoc/>
    public async ValueTask<DigestKey?> FindAsync(Digest digest, string? region, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(region);
        await _turn.WaitAsync(token).ConfigureAwait(false);
        RegionKeys keys;
        try
        {
            if (!_regions.TryGetValue(region, out keys!))
                _regions.Add(region, keys = new RegionKeys(clientFor(region), clock));
        }
        finally
        {
            _turn.Release();
        }
        return await keys.FindAsync(digest, startUtc, token).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _turn.Dispose();
        foreach (var keys in _regions.Values)
            keys.Dispose();
        Array.ForEach(owned, one => one.Dispose());
    }
}
