namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>What a corpus is to be: everything that its bytes depend on.</summary>
internal sealed record CorpusOptions
{
    /// <summary>Bytes of content, inflated.</summary>
    internal required long Size { get; init; }

    /// <summary>Whether Incident Manager's events stand in every file or in one of twenty.</summary>
    internal CorpusSpread Spread { get; init; } = CorpusSpread.Even;

    /// <summary>True for one file that holds everything.</summary>
    internal bool SingleFile { get; init; }

    internal int Seed { get; init; } = 20260102;

    internal int RecordsInFile { get; init; } = 1000;

    /// <summary>How many of a hundred records are the first of their session; 0 for the same few callers all the time.</summary>
    internal int FreshSessions { get; init; }

    /// <summary>True for the events of incidents alone, each from its start to its end.</summary>
    internal bool Incidents { get; init; }

    /// <summary>Told apart by name, so that a corpus made before is used again.</summary>
    internal string Name =>
        $"{(SingleFile ? "single" : Incidents ? "incidents" : Spread.ToString().ToLowerInvariant())}-{Size}-{RecordsInFile}{(FreshSessions > 0 ? $"-fresh{FreshSessions}" : "")}-{Seed}-v{CorpusMaker.Version}";
}
