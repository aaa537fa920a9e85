using System.Globalization;
using System.Text;

namespace IncidentTrail.Benchmarks.Bucket;

/// <summary>The same query again, in a pwsh that has asked the bucket before. A stopwatch inside it goes around the query alone.</summary>
internal sealed class AgainRows(BucketOptions options, ServedBucket bucket)
{
    private const string Name = "Get-IncidentTrailEvent again";

    // What is compiled anew while queries go on is not the same in each process.
    private const int Processes = 3;

    internal void Measure(StringBuilder text, string what)
    {
        var module = ServedBucket.Module(Name, $$"""
            $watch, $self = [Diagnostics.Stopwatch]::new(), [Diagnostics.Process]::GetCurrentProcess()
            foreach ($round in 0..{{options.Rounds}}) {
                $self.Refresh(); $before = $self.TotalProcessorTime; $watch.Restart()
                $count = {{bucket.Query}}
                $took = $watch.Elapsed; $self.Refresh()
                "$count $($took.TotalMilliseconds) $(($self.TotalProcessorTime - $before).TotalMilliseconds)"
            }
            """);
        for (var process = 0; module is not null && process < Processes; process++)
            Take(module, module.Run(isTimed: false));
        BucketRace.Table(text, "Again, " + what, "", null, (Name, module));
    }

    private void Take(BucketReader module, string printed)
    {
        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length != options.Rounds + 1)
            throw new InvalidOperationException($"{Name} asked {lines.Length:N0} times and not {options.Rounds + 1:N0}: {printed}");
        for (var round = 0; round < lines.Length; round++)
        {
            var words = lines[round].Split(' ');
            bucket.CheckEvents(module, words[0]);
            if (round > 0)
                module.Add(double.Parse(words[1], CultureInfo.InvariantCulture), double.Parse(words[2], CultureInfo.InvariantCulture));
        }

        bucket.CheckReads(module, lines.Length);
    }
}
