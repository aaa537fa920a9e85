using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Steps;

/// <summary>Follows each note of an incident from its creation through its edits to its deletion.</summary>
internal sealed class NoteAudit
{
    private readonly IncidentFile _file;
    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.OrdinalIgnoreCase);

    internal NoteAudit(IncidentFile file)
    {
        _file = file;
        var calls = file.Calls.Where(c => c.Link == TrailLink.Certain && c.Call.Counts).Select(c => c.Call).ToList();
        // Creations first: within a second an edit may sort before them.
        foreach (var call in calls.Where(c => c.Is("CreateTimelineEvent")))
            Create(call);
        foreach (var call in calls)
        {
            if (call.Is("UpdateTimelineEvent"))
                Existing(call)?.Edits.Add(call);
            else if (call.Is("DeleteTimelineEvent") && Existing(call) is { } draft)
                draft.Deleted ??= call;
        }
    }

    /// <summary>The notes; entries that the service wrote are none.</summary>
    internal IReadOnlyList<TrailNote> Notes() =>
        [.. _drafts.Values.Where(d => !d.IsServiceEntry).OrderBy(d => d.FirstUtc ?? DateTime.MaxValue)
            .ThenBy(d => d.Id, StringComparer.Ordinal).Select(Note)];

    /// <summary>The call that made the note which a call is about; null where it is not in what was read.</summary>
    internal IncidentCall? CreationOf(IncidentCall call) => DraftOf(call)?.Created;

    /// <summary>Whether what a call edits or deletes was written by the service.</summary>
    internal bool IsServiceEntry(IncidentCall call) => DraftOf(call) is { IsServiceEntry: true };

    private Draft? DraftOf(IncidentCall call) =>
        call.Asked("eventId") is { } id ? _drafts.GetValueOrDefault(id) : null;

    private void Create(IncidentCall call)
    {
        var id = Field.Text(call.Response?["eventId"]);
        var draft = new Draft(id, call);
        if (!_drafts.TryAdd(id ?? $"by call {call.Event.EventId} {_drafts.Count}", draft))
            _drafts[id!].Edits.Add(call);
    }

    private Draft? Existing(IncidentCall call)
    {
        if (call.Asked("eventId") is not { } id)
            return null;
        if (!_drafts.TryGetValue(id, out var draft))
            _drafts.Add(id, draft = new Draft(id, null));
        return draft;
    }

    private TrailNote Note(Draft draft)
    {
        var author = draft.Created?.Caller;
        var calls = draft.Created is { } created ? [created, .. draft.Edits] : draft.Edits;
        var touches = draft.Deleted is { } deleted ? [.. draft.Edits, deleted] : draft.Edits;
        var claiming = Last(draft, "eventTime");
        var claimed = RequestTime.Parse(claiming?.Request?["eventTime"]);
        return new TrailNote
        {
            NoteId = draft.Id,
            Created = draft.Created?.Event,
            Deleted = draft.Deleted?.Event,
            EntryType = Last(draft, "eventType")?.Asked("eventType"),
            ClaimedTimeUtc = claimed,
            ClaimedTimeText = claiming?.Asked("eventTime"),
            Dating = Dating(draft.Created?.TimeUtc, claimed),
            Revisions = [.. calls.Where(c => c == draft.Created || c.Request?["eventData"] is not null).Select(c => Revision(c, author))],
            IsTextContested = draft.Edits.Exists(c => c.Request?["eventData"] is not null) && Last(draft, "eventData") is null,
            OtherEdits = [.. draft.Edits.Where(c => c.Request?["eventData"] is null).Select(c => Revision(c, author))],
            TouchedByOther = author is null ? null : touches.Exists(c => !Actor.IsSame(c.Caller, author)),
            TouchedAfterResolution = touches.Exists(IsAfterResolution),
        };
    }

    // The call that set it last: none where edits of one second set different values. An edit came after the creation.
    private static IncidentCall? Last(Draft draft, string field)
    {
        if (draft.Edits.FindLast(c => c.Request?[field] is not null) is not { } last)
            return draft.Created?.Request?[field] is null ? null : draft.Created;
        var text = RequestText.OfValue(last.Request?[field]);
        return draft.Edits.Exists(c => c.TimeUtc == last.TimeUtc && c.Request?[field] is { } value && RequestText.OfValue(value) != text) ? null : last;
    }

    private TrailNoteRevision Revision(IncidentCall call, TrailCaller? author)
    {
        var text = RequestText.OfNote(call.Request?["eventData"]);
        var isTextLeft = call.Request?["eventData"] is null && call.Is("UpdateTimelineEvent");
        return new TrailNoteRevision
        {
            Event = call.Event,
            Text = text ?? (isTextLeft ? "text left as it was" : TrailNote.TextNotRecorded),
            IsTextRecorded = text is not null,
            ByOther = author is null ? null : !Actor.IsSame(call.Caller, author),
            AfterResolution = IsAfterResolution(call),
            ClaimedTimeUtc = RequestTime.Parse(call.Request?["eventTime"]),
        };
    }

    private bool IsAfterResolution(IncidentCall call) => call.TimeUtc is { } time && _file.MayBeResolvedBefore(time);

    private static string? Dating(DateTime? added, DateTime? claimed)
    {
        if (added is null || claimed is null)
            return null;
        var difference = added.Value - claimed.Value;
        return difference > EngineLimits.NoteTolerance ? "back-dated by " + TrailDuration.Words((long)difference.TotalSeconds)
            : difference < -EngineLimits.NoteTolerance ? "post-dated by " + TrailDuration.Words((long)-difference.TotalSeconds)
            : null;
    }

    private sealed class Draft(string? id, IncidentCall? created)
    {
        internal string? Id { get; } = id;

        internal IncidentCall? Created { get; } = created;

        internal List<IncidentCall> Edits { get; } = [];

        internal IncidentCall? Deleted { get; set; }

        internal bool IsServiceEntry => Created is { Caller.IsService: true };

        internal DateTime? FirstUtc => Created?.TimeUtc ?? Edits.FirstOrDefault()?.TimeUtc ?? Deleted?.TimeUtc;
    }
}
