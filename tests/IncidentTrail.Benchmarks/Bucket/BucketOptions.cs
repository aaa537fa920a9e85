namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>What the bucket holds, how slow it is, and how often it is read.</summary>
internal sealed class BucketOptions(Options words)
{
    internal static readonly string[] Names = ["objects", "records", "latency", "rounds", "work", "aws", "hold", "out", "only"];

    private readonly string[] _only = words.Text("only", string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);

    internal int Objects { get; } = words.Number("objects", 2000);

    /// <summary>Records in an object: so many make about 20 KB.</summary>
    internal int Records { get; } = words.Number("records", 102);

    /// <summary>What each request waits before it is answered.</summary>
    internal TimeSpan Latency { get; } = TimeSpan.FromMilliseconds(words.Number("latency", 20));

    internal int Rounds { get; } = words.Number("rounds", 5);

    /// <summary>Where the corpus is kept for the next time, and what is copied is put.</summary>
    internal string Work { get; } = words.Text("work", Path.Combine(Path.GetTempPath(), "incidenttrail-benchmarks"));

    /// <summary>The AWS CLI, where the one on PATH is not meant.</summary>
    internal string? Aws { get; } = words.Has("aws") ? words.Text("aws", string.Empty) : null;

    /// <summary>Seconds to do nothing but serve, for a profiler.</summary>
    internal int Hold { get; } = words.Number("hold", 0);

    /// <summary>Where the table goes, beside the console.</summary>
    internal string? Out { get; } = words.Has("out") ? words.Text("out", string.Empty) : null;

    /// <summary>True for the rows asked for; for all where none is named.</summary>
    internal bool Wants(string row) => _only.Length == 0 || _only.Contains(row, StringComparer.OrdinalIgnoreCase);
}
