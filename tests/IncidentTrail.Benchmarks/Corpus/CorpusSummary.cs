using System.Text.Json;

namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>What a corpus on disk holds. Kept beside the logs in a dot file, which no reader takes for a log.</summary>
internal sealed record CorpusSummary(
    string Folder, bool IsClustered, int Files, long Records, long IncidentManager, long Inflated, long Compressed)
{
    private const string FileName = ".corpus.json";

    internal double Megabytes => Inflated / 1e6;

    /// <summary>The summary of a corpus that was made whole; null where there is none.</summary>
    internal static CorpusSummary? Find(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize<CorpusSummary>(File.ReadAllText(path)) : null;
    }

    internal void Save() => File.WriteAllText(Path.Combine(Folder, FileName), JsonSerializer.Serialize(this));

    /// <summary>The log files, in the ordinal order of their keys.</summary>
    internal string[] Logs() =>
        [.. Directory.EnumerateFiles(Folder, "*.json.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public override string ToString() =>
        $"{Files:N0} files, {Records:N0} records ({IncidentManager:N0} of Incident Manager), "
        + $"{Inflated / 1e6:N0} MB inflated, {Compressed / 1e6:N0} MB compressed";
}
