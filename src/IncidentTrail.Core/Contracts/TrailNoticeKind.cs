namespace IncidentTrail;

/// <summary>How a notice is shown: as an error, a warning, or verbose text.</summary>
public enum TrailNoticeKind
{
    /// <summary>A non-terminating error.</summary>
    Fault,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>Verbose text.</summary>
    Verbose,
}
