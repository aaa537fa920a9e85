using System.Text.Json;
using IncidentTrail.Times;

namespace IncidentTrail.Integrity.Digests;

/// <summary>Reads a digest from its inflated bytes.</summary>
internal static class DigestReader
{
    /// <summary>The digest. Throws <see cref="FormatException"/> that says what is wrong where it is none.</summary>
    /// <param name="json">The inflated bytes.</param>
    /// <param name="sha256">Their SHA-256, in lower-case hex.</param>
    public static Digest Read(ReadOnlyMemory<byte> json, string sha256)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new FormatException("it is JSON and no digest");
            var end = Required(root, "digestEndTime");
            return new Digest
            {
                Sha256 = sha256, StartUtc = Time(Required(root, "digestStartTime"), "digestStartTime"),
                EndUtc = Time(end, "digestEndTime"), EndText = end, Bucket = Required(root, "digestS3Bucket"),
                Key = Required(root, "digestS3Object"), KeyFingerprint = Required(root, "digestPublicKeyFingerprint"),
                PreviousSignature = root.TryGetProperty("previousDigestSignature", out _)
                    ? Text(root, "previousDigestSignature")
                    : throw new FormatException("it has no previousDigestSignature, not even null"),
                Previous = Link(root), Logs = Logs(root),
            };
        }
        catch (JsonException)
        {
            throw new FormatException("it is no JSON");
        }
        catch (InvalidOperationException)
        {
            // Text that is no Unicode, or half of a pair of surrogates.
            throw new FormatException("it holds text that is no Unicode");
        }
    }

    private static DigestLink? Link(JsonElement root) =>
        Text(root, "previousDigestS3Bucket") is { } bucket && Text(root, "previousDigestS3Object") is { } key
            ? new DigestLink(bucket, key, Text(root, "previousDigestHashValue"), Text(root, "previousDigestSignature"))
            : null;

    private static List<DigestEntry> Logs(JsonElement root)
    {
        if (!root.TryGetProperty("logFiles", out var files) || files.ValueKind == JsonValueKind.Null)
            return [];
        if (files.ValueKind != JsonValueKind.Array)
            throw new FormatException("its logFiles is no array");
        var logs = new List<DigestEntry>(files.GetArrayLength());
        var last = "";
        foreach (var file in files.EnumerateArray())
        {
            if (file.ValueKind != JsonValueKind.Object)
                throw new FormatException("its logFiles holds what is no log");
            // The logs of all digests are held until the last one is read: their bucket is the same, and held once for each.
            var bucket = Required(file, "s3Bucket");
            last = bucket == last ? last : bucket;
            logs.Add(new DigestEntry(
                last, Required(file, "s3Object"), Required(file, "hashValue"), Text(file, "hashAlgorithm")));
        }
        return logs;
    }

    private static string Required(JsonElement element, string name) =>
        Text(element, name) ?? throw new FormatException($"it has no {name}");

    private static string? Text(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"its {name} is no text");

    private static DateTime Time(string text, string name) =>
        IsoTime.TryParse(text, out var time) && time.HasTime && time.TryToUtc(TimeSpan.Zero, out var utc)
            ? utc : throw new FormatException($"its {name} is no time");
}
