namespace IncidentTrail;

/// <summary>What an incident was rebuilt from.</summary>
public enum TrailIncidentBasis
{
    /// <summary>A source, read for every event of Incident Manager in the window asked for.</summary>
    Source,

    /// <summary>Events from the pipeline. How they were filtered before they came is not known.</summary>
    Pipeline,
}
