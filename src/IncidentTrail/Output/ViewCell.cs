namespace IncidentTrail.PowerShell.Output;

/// <summary>How a view shows one property. The hidden property that does is named by this and the property: <c>ViewShortEventTime</c>.</summary>
internal enum ViewCell
{
    /// <summary>On one line, in a table.</summary>
    Cell,

    /// <summary>In a list: texts wrap themselves, times carry their offset, durations what they were computed from.</summary>
    Shown,

    /// <summary>A time in a table, without the year and the offset that its group names.</summary>
    Short,

    /// <summary>The items of a list, a line each.</summary>
    Lines,

    /// <summary>Words of ours, their times in the clock of the times beside them.</summary>
    Clock,
}
