using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// A checkpoint as text: JSON that says what it is of to who opens it, its marks as Base64, and at its end the SHA-256 of what
/// stands before.
/// </summary>
internal static class CheckpointText
{
    /// <summary>The version that is written.</summary>
    internal const int Version = 1;

    private const string VersionName = "incidentTrailCheckpoint";

    private static readonly int s_endLength = End(new byte[SHA256.HashSizeInBytes]).Length;

    // It is read by people too, and by nothing that runs what it reads.
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static byte[] Write(CheckpointScope scope, CheckpointState state)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, s_plain))
        {
            json.WriteStartObject();
            json.WriteNumber(VersionName, Version);
            json.WriteString("gives", scope.Gives);
            json.WriteString("source", scope.Source);
            json.WriteStartObject("filters");
            foreach (var (name, values) in scope.Filters)
            {
                json.WriteStartArray(name);
                foreach (var value in values)
                    json.WriteStringValue(value);
                json.WriteEndArray();
            }
            json.WriteEndObject();
            if (state.BeginUtc is { } begin)
                json.WriteString("begin", begin);
            json.WriteStartArray("folders");
            foreach (var folder in state.Folders)
                Write(json, folder);
            json.WriteEndArray();
            json.WriteString("events", MarkText.Write(state.Events));
            Write(json, state.Files);
            Write(json, "history", state.History.Select(place => (place.Key, (DateTime?)place.Value.NewestUtc)));
            if (state.History.Values.Any(mark => mark.FromUtc is not null))
                Write(json, "historyFrom", state.History.Select(place => (place.Key, place.Value.FromUtc)));
            json.WriteEndObject();
        }
        var body = text.WrittenSpan[..^1];
        return [.. body, .. End(SHA256.HashData(body))];
    }

    /// <summary>Reads it; throws what <see cref="CheckpointFaults"/> makes of a text that is no whole checkpoint.</summary>
    internal static (CheckpointScope Scope, CheckpointState State) Read(byte[] text, string path)
    {
        try
        {
            if (text.Length == 0)
                throw Damaged(path, "it is empty.");
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(VersionName, out var version))
                throw Damaged(path, "it is JSON of something else.");
            if (version.GetInt64() > Version)
                throw new TrailSourceException(CheckpointFaults.Newer(path, version.GetInt64()));
            if (version.GetInt64() < Version)
                throw Damaged(path, "no version of IncidentTrail wrote what it says of its version.");
            if (text.Length <= s_endLength || !text.AsSpan(^s_endLength..).SequenceEqual(End(SHA256.HashData(text.AsSpan(..^s_endLength)))))
                throw Damaged(path, "its content is not what its own SHA-256 says.");
            return (ScopeOf(root), StateOf(root));
        }
        // The last of what comes twice, in one whose hash somebody made to fit.
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new TrailSourceException(CheckpointFaults.Damaged(path, "it was cut or changed.", e));
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<(string Place, DateTime? Utc)> times)
    {
        json.WriteStartObject(name);
        foreach (var (place, utc) in times.Where(time => time.Utc is not null).OrderBy(time => time.Place, StringComparer.Ordinal))
            json.WriteString(place, utc!.Value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CheckpointFolder folder)
    {
        json.WriteStartObject();
        json.WriteString("folder", folder.Name);
        json.WriteNumber("reached", folder.Reached);
        json.WriteNumber("over", folder.Over);
        json.WriteString("seen", MarkText.Write(folder.Seen));
        json.WriteString("waiting", MarkText.Write(folder.Waiting));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Dictionary<ulong, FileMark> files)
    {
        if (files.Count == 0)
            return;
        json.WriteStartArray("files");
        foreach (var (path, mark) in files.OrderBy(file => file.Key))
        {
            json.WriteStartObject();
            json.WriteNumber("path", path);
            json.WriteNumber("size", mark.Size);
            json.WriteNumber("hash", mark.Hash);
            json.WriteNumber("records", mark.Records);
            json.WriteNumber("last", mark.Last);
            json.WriteNumber("written", mark.Written);
            if (mark.Head != BeginningHash.NoHead)
                json.WriteNumber("head", mark.Head);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static CheckpointScope ScopeOf(JsonElement root) => new(
        TextOf(root.GetProperty("gives")), TextOf(root.GetProperty("source")),
        root.GetProperty("filters").EnumerateObject().ToDictionary(
            filter => filter.Name, filter => (IReadOnlyList<string>)[.. filter.Value.EnumerateArray().Select(TextOf)]));

    private static CheckpointState StateOf(JsonElement root) => new(
        root.TryGetProperty("begin", out var begin) ? UtcOf(begin) : null,
        [.. root.GetProperty("folders").EnumerateArray().Select(FolderOf)],
        Marks(root, "events"),
        root.GetProperty("history").EnumerateObject().ToDictionary(place => place.Name, place => new HistoryMark(UtcOf(place.Value), FromOf(root, place.Name))))
    {
        // An earlier version followed no files.
        Files = !root.TryGetProperty("files", out var files) ? []
            : files.EnumerateArray().ToDictionary(file => file.GetProperty("path").GetUInt64(), FileOf),
    };

    // Where nothing says from when on a place was read, all of it was.
    private static DateTime? FromOf(JsonElement root, string place) =>
        root.TryGetProperty("historyFrom", out var from) && from.TryGetProperty(place, out var time) ? UtcOf(time) : null;

    private static DateTime UtcOf(JsonElement time) => time.GetDateTime().ToUniversalTime();

    private static FileMark FileOf(JsonElement file) => new(
        file.GetProperty("size").GetInt64(), file.GetProperty("hash").GetUInt64(), file.GetProperty("records").GetInt32(),
        file.GetProperty("last").GetUInt64(), file.GetProperty("written").GetInt64())
    {
        // An earlier version found no file under another name.
        Head = file.TryGetProperty("head", out var head) ? head.GetUInt64() : BeginningHash.NoHead,
    };

    private static CheckpointFolder FolderOf(JsonElement folder) => new(
        TextOf(folder.GetProperty("folder")), Marks(folder, "seen"), Marks(folder, "waiting"),
        folder.GetProperty("reached").GetInt32(), folder.GetProperty("over").GetInt32());

    private static Dictionary<ulong, int> Marks(JsonElement parent, string name) => MarkText.Read(TextOf(parent.GetProperty(name)));

    private static string TextOf(JsonElement element) => element.GetString() ?? throw new FormatException("A text is null.");

    private static byte[] End(byte[] hash) => Encoding.ASCII.GetBytes($",\"sha256\":\"{Convert.ToHexString(hash).ToLowerInvariant()}\"}}\n");

    private static TrailSourceException Damaged(string path, string what) => new(CheckpointFaults.Damaged(path, what));
}
