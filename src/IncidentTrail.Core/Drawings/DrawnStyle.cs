namespace IncidentTrail.Drawings;

/// <summary>What a part of a drawn line is, for whoever colours it. A line says the same without colours.</summary>
internal enum DrawnStyle
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>A title.</summary>
    Title,

    /// <summary>What leads the eye only: axes, offsets, legends.</summary>
    Soft,

    /// <summary>A step.</summary>
    Mark,

    /// <summary>A step that failed.</summary>
    Failed,

    /// <summary>The status OPEN.</summary>
    Open,

    /// <summary>The status RESOLVED.</summary>
    Resolved,

    /// <summary>What stands out, such as a call outside the working hours.</summary>
    Outside,
}
