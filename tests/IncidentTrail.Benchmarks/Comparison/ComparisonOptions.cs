namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>What to compare, and how thoroughly.</summary>
internal sealed class ComparisonOptions(Options words)
{
    internal static readonly string[] Names = ["size", "rounds", "work", "slice", "only", "out", "single", "fresh"];

    /// <summary>Bytes of the corpus, inflated.</summary>
    internal long Size { get; } = words.Size("size", "1.5GB");

    /// <summary>Bytes of the single large file.</summary>
    internal long SingleSize { get; } = words.Size("single", "500MB");

    internal int Rounds { get; } = words.Number("rounds", 5);

    /// <summary>Files of the slice that the slowest tools read, of a thousand.</summary>
    internal int Slice { get; } = words.Number("slice", 20);

    /// <summary>Where corpora are kept for the next time.</summary>
    internal string Work { get; } = words.Text("work", Path.Combine(Path.GetTempPath(), "incidenttrail-benchmarks"));

    /// <summary>Where the table goes, beside the console.</summary>
    internal string? Out { get; } = words.Has("out") ? words.Text("out", string.Empty) : null;

    /// <summary>Of a hundred records, how many are the first of their session, in the corpus of short sessions.</summary>
    internal int Fresh { get; } = words.Number("fresh", 30);

    private readonly string[] _only = words.Text("only", string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True for the parts asked for; for all where none is named.</summary>
    internal bool Wants(string part) => _only.Length == 0 || WantsByName(part);

    /// <summary>True for a part asked for by name: what takes long or much of a disk.</summary>
    internal bool WantsByName(string part) => _only.Contains(part, StringComparer.OrdinalIgnoreCase);
}
