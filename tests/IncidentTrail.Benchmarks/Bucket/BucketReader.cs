using System.Diagnostics;
using IncidentTrail.Benchmarks.Comparison;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>A program that reads the whole bucket in a process of its own, its start and end in the time.</summary>
internal sealed class BucketReader(string name, string program, params IReadOnlyList<string> words)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly List<double> _times = [];
    private readonly List<double> _processorTimes = [];

    internal string Name { get; } = name;

    /// <summary>What else stands in its environment.</summary>
    internal Dictionary<string, string> Settings { get; } = [];

    internal IReadOnlyList<double> Times => _times;

    internal double Median => Entrant.MedianOf(_times);

    internal double ProcessorMedian => Entrant.MedianOf(_processorTimes);

    /// <summary>Takes what a run measured of itself.</summary>
    internal void Add(double milliseconds, double processorMilliseconds)
    {
        _times.Add(milliseconds);
        _processorTimes.Add(processorMilliseconds);
    }

    /// <summary>Runs once and gives what it printed.</summary>
    internal string Run(bool isTimed)
    {
        var before = ChildProcessors.Time;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(Start())!;
        var printed = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{Name} did not end in {Longest.TotalMinutes:0} minutes.");
        }

        var took = watch.Elapsed.TotalMilliseconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Name} ended with {process.ExitCode}: {printed.Result}");
        if (isTimed)
            Add(took, (ChildProcessors.Time - before)?.TotalMilliseconds ?? double.NaN);
        return printed.Result;
    }

    // Nothing of the user's own configuration is read, and no instance is asked for a role.
    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(program, words)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment =
            {
                ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret", ["AWS_DEFAULT_REGION"] = "us-east-1",
                ["AWS_REGION"] = "us-east-1", ["AWS_EC2_METADATA_DISABLED"] = "true", ["AWS_CONFIG_FILE"] = Path.GetTempPath() + "none",
                ["AWS_SHARED_CREDENTIALS_FILE"] = Path.GetTempPath() + "none", ["RCLONE_CONFIG"] = Path.GetTempPath() + "none",
            },
        };
        start.Environment.Remove("AWS_CA_BUNDLE");
        foreach (var (variable, value) in Settings)
            start.Environment[variable] = value;
        return start;
    }
}
