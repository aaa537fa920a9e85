using IncidentTrail.Incidents.Results;

namespace IncidentTrail;

/// <summary>One state of a note, and the call that made it.</summary>
public sealed class TrailNoteRevision
{
    /// <summary>When the call completed, in local time.</summary>
    public DateTime? Time => TimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? TimeUtc => Event.EventTimeUtc;

    /// <summary>Who wrote it.</summary>
    public string CallerName => Event.CallerName;

    /// <summary>The text; <c>text not recorded</c> where the record masks or omits it, see <see cref="IsTextRecorded"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the record holds the text.</summary>
    public bool IsTextRecorded { get; init; }

    /// <summary>Whether somebody else than the author wrote it; null where the author is not in what was read.</summary>
    public bool? ByOther { get; init; }

    /// <summary>Whether the incident was resolved when it was written.</summary>
    public bool AfterResolution { get; init; }

    /// <summary>When the call says the note's event took place, in UTC; null where it does not say, or not readably. [eventTime of the request]</summary>
    public DateTime? ClaimedTimeUtc { get; init; }

    /// <summary>The same instant in local time.</summary>
    public DateTime? ClaimedTime => ClaimedTimeUtc?.ToLocalTime();

    /// <summary>The event that says so.</summary>
    public required TrailEvent Event { get; init; }

    /// <summary>Time in UTC, writer and text.</summary>
    public override string ToString() => TextForDisplay.Plain($"{LocalTime.Of(TimeUtc)} {CallerName}: {Text}");
}
