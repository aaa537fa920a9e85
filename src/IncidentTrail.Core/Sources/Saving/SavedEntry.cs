using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IncidentTrail.Sources.Saving;

/// <summary>
/// One line of the manifest: what was saved, and what only the bucket knew of it. A digest's signature is in its metadata.
/// Nothing in it depends on when or in how many runs it was saved.
/// </summary>
internal sealed record SavedEntry(
    string BucketName, string Key, long Size, string? ETag, DateTime? LastModifiedUtc, string Sha256,
    IReadOnlyDictionary<string, string> Metadata)
{
    // It is read by people too, and by nothing that runs what it reads.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a manifest is ordered and looked up by.</summary>
    public (string, string) Place => (BucketName, Key);

    public byte[] ToLine()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("bucket", BucketName);
            writer.WriteString("key", Key);
            writer.WriteNumber("size", Size);
            writer.WriteString("sha256", Sha256);
            if (ETag is not null)
                writer.WriteString("etag", ETag);
            if (LastModifiedUtc is { } modified)
                writer.WriteString("lastModified", modified.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            if (Metadata.Count > 0)
            {
                writer.WriteStartObject("metadata");
                foreach (var (name, value) in Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    writer.WriteString(name, value);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>
    /// Reads a line; null for one that is not whole, as the last one of an interrupted run may be, and for one that somebody else
    /// wrote.
    /// </summary>
    public static SavedEntry? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var entry = document.RootElement;
            return new SavedEntry(
                Required(entry, "bucket"), Required(entry, "key"), entry.GetProperty("size").GetInt64(),
                Text(entry, "etag"), Time(Text(entry, "lastModified")), Required(entry, "sha256"), MetadataOf(entry));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string Required(JsonElement entry, string name) =>
        entry.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    // Of a name that comes twice nobody knows which value was the bucket's.
    private static Dictionary<string, string> MetadataOf(JsonElement entry)
    {
        var values = new Dictionary<string, string>();
        if (!entry.TryGetProperty("metadata", out var metadata))
            return values;
        foreach (var pair in metadata.EnumerateObject())
        {
            if (!values.TryAdd(pair.Name, pair.Value.GetString() ?? ""))
                throw new FormatException($"{pair.Name} comes twice");
        }
        return values;
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateTime? Time(string? text) => text is null ? null : DateTime.Parse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
