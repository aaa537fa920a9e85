namespace IncidentTrail.Benchmarks.Watching;

/// <summary>How many messages are sent, how far apart, and how slow queue and bucket are.</summary>
internal sealed class WatchOptions(Options words)
{
    internal static readonly string[] Names = ["messages", "latency", "gap", "seed", "out"];

    internal int Messages { get; } = words.Number("messages", 500);

    /// <summary>What each request waits before it is answered.</summary>
    internal TimeSpan Latency { get; } = TimeSpan.FromMilliseconds(words.Number("latency", 20));

    /// <summary>Milliseconds from one message to the next, in the mean: the moments are random.</summary>
    internal int Gap { get; } = words.Number("gap", 60);

    internal int Seed { get; } = words.Number("seed", 20260102);

    /// <summary>Where the table goes, beside the console.</summary>
    internal string? Out { get; } = words.Has("out") ? words.Text("out", string.Empty) : null;
}
