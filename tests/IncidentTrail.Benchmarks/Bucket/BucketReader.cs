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

    internal IReadOnlyList<double> Times => _times;

    internal double Median => Entrant.MedianOf(_times);

    internal double ProcessorMedian => Entrant.MedianOf(_processorTimes);

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
        {
            _times.Add(took);
            _processorTimes.Add((ChildProcessors.Time - before)?.TotalMilliseconds ?? double.NaN);
        }

        return printed.Result;
    }

    // Nothing of the user's own configuration is read, and no instance is asked for a role.
    private ProcessStartInfo Start() => new(program, words)
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
        Environment =
        {
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret", ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_REGION"] = "us-east-1", ["AWS_EC2_METADATA_DISABLED"] = "true", ["AWS_CONFIG_FILE"] = Path.GetTempPath() + "none",
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.GetTempPath() + "none",
        },
    };
}
