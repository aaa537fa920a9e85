using IncidentTrail.Incidents.Results;

namespace IncidentTrail;

/// <summary>One writing of an incident's summary. Each overwrites the last; Incident Manager keeps only one.</summary>
public sealed class TrailSummaryRevision
{
    /// <summary>When it was written, in local time.</summary>
    public DateTime? Time => TimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? TimeUtc => Event.EventTimeUtc;

    /// <summary>Who wrote it.</summary>
    public string CallerName => Event.CallerName;

    /// <summary>The text; <c>text not recorded</c> where the record masks it.</summary>
    public required string Text { get; init; }

    /// <summary>The text it overwrote; <c>previous value not in the trail</c> where no earlier event of this incident holds it.</summary>
    public required string Overwrote { get; init; }

    /// <summary>Why the text it overwrote is not known; null where it is.</summary>
    internal UnknownValue? Unknown { get; init; }

    /// <summary>Who wrote what it overwrote; null where that is not known.</summary>
    public string? OverwroteTextOf { get; init; }

    /// <summary>True where another call wrote the summary in the same second: which was last is not known.</summary>
    public bool IsContested { get; init; }

    /// <summary>True where the text was the same already.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>The event that says so.</summary>
    public required TrailEvent Event { get; init; }

    /// <summary>Time in UTC, writer and text.</summary>
    public override string ToString() => TextForDisplay.Plain($"{LocalTime.Of(TimeUtc)} {CallerName}: {Text}");
}
