namespace IncidentTrail;

/// <summary>A note of an incident: a timeline event that a person added, with what became of it.</summary>
public sealed class TrailNote
{
    internal const string NotInWhatWasRead = "not in what was read";
    internal const string TextNotRecorded = "text not recorded";
    internal const string TextNotCertain = "text not certain: edits of one second set different ones";

    /// <summary>The note's id (<c>eventId</c> of the API, not of CloudTrail); null where no record tells.</summary>
    public string? NoteId { get; init; }

    /// <summary>Who added it; <c>not in what was read</c> where that call is missing, see <see cref="IsAuthorKnown"/>.</summary>
    public string Author => Created?.CallerName ?? NotInWhatWasRead;

    /// <summary>Whether the call that added it was read.</summary>
    public bool IsAuthorKnown => Created is not null;

    /// <summary>When it was added, in local time; null where that call is missing.</summary>
    public DateTime? Time => TimeUtc?.ToLocalTime();

    /// <summary>The same instant in UTC.</summary>
    public DateTime? TimeUtc => Created?.EventTimeUtc;

    /// <summary>
    /// The text as last written; <c>text not recorded</c> where that record masks or omits it, and <c>text not certain</c>
    /// where several were written in one second.
    /// </summary>
    public string Text => IsTextContested ? TextNotCertain : Revisions.Count > 0 ? Revisions[^1].Text : TextNotRecorded;

    /// <summary>The type of the entry, <c>Custom Event</c> or <c>Note</c>. [eventType of the request]</summary>
    public string? EntryType { get; init; }

    /// <summary>When the note says its event took place, in UTC, as last set; null where it does not say readably.</summary>
    public DateTime? ClaimedTimeUtc { get; init; }

    /// <summary>The same instant in local time.</summary>
    public DateTime? ClaimedTime => ClaimedTimeUtc?.ToLocalTime();

    /// <summary>The claimed time as the request has it.</summary>
    public string? ClaimedTimeText { get; init; }

    /// <summary>Back-dated or post-dated, by how much; null within five minutes, and where either time is missing.</summary>
    public string? Dating { get; init; }

    /// <summary>Each text, the first one included, in order of time. An edit without a text is not among them.</summary>
    public TrailList<TrailNoteRevision> Revisions { get; init; } = [];

    internal bool IsTextContested { get; init; }

    /// <summary>Edits that left the text as it was: of the claimed time, the type or the references.</summary>
    public TrailList<TrailNoteRevision> OtherEdits { get; init; } = [];

    /// <summary>Whether somebody else than the author edited or deleted it; null where the author is not in what was read.</summary>
    public bool? TouchedByOther { get; init; }

    /// <summary>Whether it was edited or deleted after the incident was resolved.</summary>
    public bool TouchedAfterResolution { get; init; }

    /// <summary>Whether it was deleted.</summary>
    public bool IsDeleted => Deleted is not null;

    /// <summary>Who deleted it; null where nobody did, as far as was read.</summary>
    public string? DeletedBy => Deleted?.CallerName;

    /// <summary>When it was deleted, in UTC.</summary>
    public DateTime? DeletedTimeUtc => Deleted?.EventTimeUtc;

    /// <summary>When it was deleted, in local time.</summary>
    public DateTime? DeletedTime => DeletedTimeUtc?.ToLocalTime();

    /// <summary>The event that added it; null where it is missing.</summary>
    public TrailEvent? Created { get; init; }

    /// <summary>The event that deleted it; null where there is none.</summary>
    public TrailEvent? Deleted { get; init; }

    /// <summary>Author and text.</summary>
    public override string ToString() => TextForDisplay.Plain($"{Author}: {Text}{(IsDeleted ? " (deleted)" : null)}");
}
