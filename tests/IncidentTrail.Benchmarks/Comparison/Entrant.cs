using System.Diagnostics;
using IncidentTrail.Benchmarks.Corpus;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>One row of the comparison: what is done, with what, and how long it took in each round.</summary>
internal sealed class Entrant(string group, string name, Func<Entrant.Outcome>? run)
{
    private readonly List<double> _times = [];
    private readonly List<double> _floors = [];
    private readonly List<double> _ratios = [];
    private readonly List<double> _processorRatios = [];

    /// <summary>How long a run took, the processors' time in it, and how many events it gave.</summary>
    internal readonly record struct Outcome(double Ms, double ProcessorMs, long Count);

    internal string Group { get; } = group;

    internal string Name { get; } = name;

    /// <summary>What it reads, and inflation is measured on.</summary>
    internal required CorpusSummary Corpus { get; init; }

    /// <summary>The whole corpus over the part that is read, where it is too slow for the whole.</summary>
    internal double Scale { get; init; } = 1;

    /// <summary>What it is measured against, where that is not inflation alone: its name, and a run of it.</summary>
    internal (string Name, Func<Outcome> Run)? Floor { get; init; }

    /// <summary>The floor's own times.</summary>
    internal double FloorMedian => MedianOf(_floors);

    /// <summary>How many events must come out; null where that is not known beforehand.</summary>
    internal long? Expected { get; init; }

    internal bool IsMeasured => run is not null;

    internal double Median => MedianOf(_times);

    /// <summary>Over its floor, measured right before it in each round.</summary>
    internal double Ratio => MedianOf(_ratios);

    /// <summary>The same of the processors' time, which other load on the machine disturbs less.</summary>
    internal double ProcessorRatio => MedianOf(_processorRatios);

    /// <summary>Runs once, untimed: for what is compiled and cached at the first use.</summary>
    internal void WarmUp()
    {
        if (run is null)
            return;
        Floor?.Run();
        var count = run().Count;
        if (Expected is { } expected && count != expected)
            throw new InvalidOperationException($"{Name}: gave {count:N0} events where {expected:N0} are right.");
    }

    /// <summary>Runs in a round, right behind its floor.</summary>
    internal void Run(Outcome floor)
    {
        if (run is null)
            return;
        _floors.Add(floor.Ms);
        var (ms, processorMs, _) = run();
        _times.Add(ms * Scale);
        _ratios.Add(ms * Scale / floor.Ms);
        _processorRatios.Add(processorMs * Scale / floor.ProcessorMs);
    }

    /// <summary>What runs in this process, timed from outside; what it starts is not in the processors' time.</summary>
    internal static Outcome Timed(Func<long> run)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var count = run();
        return new Outcome(watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds, count);
    }

    internal static double MedianOf(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN
            : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
            : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
