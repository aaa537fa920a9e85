using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentTrail.Integrity.Digests;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Keys;

/// <summary>
/// Public keys from files: what <c>aws cloudtrail list-public-keys</c> printed, for one Region or several, or PEM. When a key was
/// valid is not asked: a digest names its key by fingerprint, which is computed from the key itself.
/// </summary>
internal sealed class KeyFile : IDigestKeys
{
    private readonly Dictionary<string, DigestKey> _keys = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the keys of files. Throws <see cref="TrailSourceException"/> where one cannot be read or holds none.</summary>
    public static KeyFile Read(IEnumerable<string> paths)
    {
        var keys = new KeyFile();
        foreach (var path in paths)
            keys.Add(path);
        return keys;
    }

    /// <inheritdoc/>
    public ValueTask<DigestKey?> FindAsync(Digest digest, string? region, CancellationToken token) =>
        ValueTask.FromResult(_keys.GetValueOrDefault(digest.KeyFingerprint));

    /// <summary>Reads the keys of a text, of which there may be none. Throws <see cref="TrailSourceException"/> where it cannot be understood.</summary>
    public static KeyFile Parse(string text, string name)
    {
        var keys = new KeyFile();
        keys.Add(text, name);
        return keys;
    }

    private void Add(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IntegrityFaults.KeyFileUnreadable(path, e);
        }
        if (Add(text, path) == 0)
            throw IntegrityFaults.KeyFileWrong(path, "it holds no public key");
    }

    private int Add(string text, string path)
    {
        var found = 0;
        try
        {
            foreach (var der in IsPem(text) ? Pem(text) : Json(text))
            {
                found++;
                var key = DigestKey.Parse(der);
                foreach (var fingerprint in key.Fingerprints)
                    _keys.TryAdd(fingerprint, key);
            }
        }
        // The latter of half of a pair of surrogates, which JSON allows in an escape.
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw IntegrityFaults.KeyFileWrong(path, found > 0 ? $"its key {found} cannot be used: {e.Message}" : e.Message);
        }
        return found;
    }

    private static bool IsPem(string text) =>
        text.AsSpan().TrimStart() is not ['{' or '[', ..] && text.Contains("-----BEGIN ", StringComparison.Ordinal);

    private static IEnumerable<byte[]> Pem(string text)
    {
        var at = 0;
        while (PemEncoding.TryFind(text.AsSpan(at), out var field))
        {
            yield return Convert.FromBase64String(text[at..][field.Base64Data]);
            at += field.Location.End.Value;
        }
    }

    private static IEnumerable<byte[]> Json(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException("it is empty");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true });
        }
        catch (JsonException)
        {
            throw new FormatException("it is neither JSON nor PEM");
        }
        using (document)
        {
            foreach (var der in Keys(document.RootElement))
                yield return der;
        }
    }

    // The answer, its list alone, one key, or several answers in an array.
    private static IEnumerable<byte[]> Keys(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(Keys);
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        if (element.TryGetProperty("PublicKeyList", out var list))
            return Keys(list);
        return element.TryGetProperty("Value", out var value) && value.ValueKind == JsonValueKind.String
            ? [Convert.FromBase64String(value.GetString()!)] : [];
    }
}
