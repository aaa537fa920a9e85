using System.Text.Json;
using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.History;

/// <summary>What a saved answer of Event history is: the question, the time, the requests and the files.</summary>
internal static class HistoryManifest
{
    private const string NoDigest =
        "CloudTrail signs no digest of Event history. The hashes below tell whether a file was changed after it was saved, not that it is what CloudTrail recorded.";

    /// <summary>Where it is written until it is whole.</summary>
    internal static string AsideOf(string path) => path + ".partial";

    /// <summary>Writes it. Throws <see cref="IOException"/> where one is there already, or is being written.</summary>
    internal static void Write(
        string path, string folder, DateTime savedUtc, IReadOnlyList<HistoryFile> files, TrailSourceCoverage source) =>
        AsideFile.Write(path, AsideOf(path), overwrite: false, stream => Write(stream, folder, savedUtc, files, source));

    private static void Write(
        FileStream stream, string folder, DateTime savedUtc, IReadOnlyList<HistoryFile> files, TrailSourceCoverage source)
    {
        var coverage = source.Whole;
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("kind", "EventHistory");
        writer.WriteString("integrity", NoDigest);
        writer.WriteString("savedUtc", savedUtc);
        writer.WriteBoolean("isComplete", coverage.IsComplete);
        foreach (var (name, value) in source.Facts.OrderBy(f => f.Key, StringComparer.Ordinal))
            WriteFact(writer, JsonNamingPolicy.CamelCase.ConvertName(name), value);
        WriteTexts(writer, "notes", source.Notes);
        WriteTexts(writer, "faults", coverage.Faults.Select(f => f.Message));
        writer.WriteStartArray("places");
        foreach (var reach in source.Reaches)
            Write(writer, reach, files.FirstOrDefault(f => (f.AccountId, f.Region) == (reach.AccountId, reach.Region)), folder);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TrailReach reach, HistoryFile? file, string folder)
    {
        writer.WriteStartObject();
        writer.WriteString("accountId", reach.AccountId);
        writer.WriteString("region", reach.Region);
        writer.WriteString("file", file is null ? null : Path.GetRelativePath(folder, file.Path).Replace('\\', '/'));
        writer.WriteString("sha256", file?.Sha256);
        writer.WriteNumber("records", file?.Records ?? 0);
        WriteFact(writer, "newestUtc", reach.ReachesUtc);
        WriteFact(writer, "oldestUtc", reach.ReadBackToUtc);
        WriteTexts(writer, "requestIds", reach.RequestIds);
        writer.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter writer, string name, object? value)
    {
        if (value is DateTime time)
            writer.WriteString(name, time);
        else
            writer.WriteString(name, value?.ToString());
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
