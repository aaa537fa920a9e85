namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>Where Incident Manager's events stand in a corpus.</summary>
internal enum CorpusSpread
{
    /// <summary>One in two hundred records, so that nearly every file holds some.</summary>
    Even,

    /// <summary>As many in all, in one of twenty files.</summary>
    Clustered,
}
