namespace IncidentTrail;

/// <summary>Where a record was found: the log, and its place in it.</summary>
public sealed class TrailRecordLocation
{
    internal TrailRecordLocation(TrailLog log, int index)
    {
        Log = log;
        Index = index;
    }

    /// <summary>The log file, or the answer of Event history, or the text it came from.</summary>
    public TrailLog Log { get; }

    /// <summary>A full path, <c>bucket/key</c>, or the name of another source.</summary>
    public string Location => Log.Location;

    /// <summary>Whether the log was proven to be what CloudTrail signed, with <c>-RequireValid</c>.</summary>
    public TrailLogIntegrity Integrity => Log.Integrity;

    /// <summary>The record's place in the log, counted from 0 in the order it is written there.</summary>
    public int Index { get; }

    /// <summary>The location and the index: <c>path#12</c>.</summary>
    public override string ToString() => TextForDisplay.Plain($"{Location}#{Index}");
}
