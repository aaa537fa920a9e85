using System.Collections.Concurrent;
using System.Text.Json;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Keys;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>Keys of which those that were found are kept, to be packed.</summary>
internal sealed class PackedKeys(IDigestKeys keys) : IDigestKeys
{
    private readonly ConcurrentDictionary<string, byte[]> _found = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<DigestKey?> FindAsync(Digest digest, string? region, CancellationToken token)
    {
        var key = await keys.FindAsync(digest, region, token).ConfigureAwait(false);
        if (key is not null)
            _found.TryAdd(key.Fingerprints[0], key.Der);
        return key;
    }

    /// <summary>The keys that were found, as <c>aws cloudtrail list-public-keys</c> prints them.</summary>
    public string Text() => Text(_found.OrderBy(key => key.Key, StringComparer.Ordinal).Select(key => key.Value));

    /// <summary>Keys as text.</summary>
    public static string Text(IEnumerable<byte[]> keys) => JsonSerializer.Serialize(
        new { PublicKeyList = keys.Select(der => new { Value = Convert.ToBase64String(der) }) }, s_indented) + "\n";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };
}
