using System.Management.Automation;

namespace IncidentTrail.PowerShell.Output;

/// <summary>The columns and list items that show more than one value, by type.</summary>
internal static class ViewColumns
{
    /// <summary>Short second names, for headings that must fit a narrow window. They can be typed as any property can.</summary>
    internal static readonly IReadOnlyList<(Type Type, string Name, string Of)> Aliases =
    [
        (typeof(TrailEvent), "SourceIP", nameof(TrailEvent.SourceIPAddress)),
        (typeof(TrailIncident), "Plan", nameof(TrailIncident.ResponsePlan)),
    ];

    internal static readonly IReadOnlyList<ViewColumn> All =
    [
        new(typeof(object), "OneLine", ViewText.OneLine),

        new(typeof(TrailEvent), "CallerColumn", EventView.Caller),
        new(typeof(TrailEvent), "ErrorColumn", EventView.Error),
        new(typeof(TrailEvent), "OriginView", EventView.Origin),
        new(typeof(TrailEvent), "ServiceView", EventView.Service),
        new(typeof(TrailEvent), "AccountView", EventView.Account),
        new(typeof(TrailEvent), "ClientView", EventView.Client),
        new(typeof(TrailEvent), "WideView", row => $"{new ViewRow(row).Instant("EventTime")} {new ViewRow(row).Text("EventName")}"),
        new(typeof(TrailCallerSummary), "WhoColumn", row => EventView.Who(new ViewRow(row).Text("Name"))),
        new(typeof(TrailCallerSummary), "Keys", EventView.Keys),
        new(typeof(TrailLog), "FileName", EventView.FileName),
        new(typeof(TrailIntegrityResult), "WideView", row => $"{new ViewRow(row).Text("Status")} {EventView.FileName(row)}"),
        new(typeof(TrailEvidence), "WideView", row => Path.GetFileName(new ViewRow(row).Text("Path"))),
        new(typeof(TrailIntegritySummary), "WideView", row => $"IsIntact: {new ViewRow(row).Text("IsIntact")}"),
        new(typeof(TrailAction), "Service", row => new ViewRow(row).Text("EventSource")?.Split('.')[0]),
        new(typeof(TrailObject), "JsonView", row => ViewText.Json(row)),
        new(typeof(TrailObject), "MembersView", ViewText.Members),
        new(typeof(TrailFault), "MessageColumn", Text("Message", 15)),

        new(typeof(TrailIncident), "HowLong", IncidentView.HowLong),
        new(typeof(TrailIncident), "StatusView", Listed(IncidentView.Status)),
        new(typeof(TrailIncident), "BeginningView", Listed(IncidentView.Beginning)),
        new(typeof(TrailIncident), "AcknowledgedView", Listed(IncidentView.Acknowledged)),
        new(typeof(TrailIncident), "EventsView", IncidentView.Events),
        new(typeof(TrailIncident), "ChangesBeforeCount", Count("ChangesBefore")),
        new(typeof(TrailIncident), "NotesView", Listed(IncidentView.Notes)),
        new(typeof(TrailIncident), "RemarksView", Listed(IncidentView.Remarks)),
        new(typeof(TrailTimelineEntry), "IncidentZone", IncidentView.Group),
        new(typeof(TrailTimelineEntry), "LinkColumn", IncidentView.Link),
        new(typeof(TrailTimelineEntry), "LinkView", Listed(row => $"{IncidentView.Link(row)}: {new ViewRow(row).Text("LinkBasis")}")),
        new(typeof(TrailTimelineEntry), "StepColumn", row => WrappedText.InColumn(26, IncidentView.Step(row))),
        new(typeof(TrailTimelineEntry), "StepView", Listed(IncidentView.Step)),
        new(typeof(TrailTimelineEntry), "OriginView", EventView.Origin),
        new(typeof(TrailTimelineEntry), "EventEventName", OfEvent("EventName")),
        new(typeof(TrailTimelineEntry), "EventEventId", OfEvent("EventId")),
        new(typeof(TrailTimelineEntry), "EventLog", OfEvent("Log")),
        new(typeof(TrailNote), "RevisionCount", Count("Revisions")),
        new(typeof(TrailNote), "OtherEditCount", Count("OtherEdits")),
        new(typeof(TrailNote), "NoteColumn", row => WrappedText.InColumn(46, IncidentView.Note(row))),
        new(typeof(TrailNote), "NoteView", Listed(IncidentView.Note)),
        new(typeof(TrailNoteRevision), "TextColumn", Text("Text", 36)),
        new(typeof(TrailSummaryRevision), "TextColumn", Text("Text", 36)),
        new(typeof(TrailChange), "TextColumn", row => WrappedText.InColumn(33, ViewText.InOneClock(new ViewRow(row).Text("Text")))),
        new(typeof(TrailChange), "EventEventName", OfEvent("EventName")),
        new(typeof(TrailChange), "EventEventId", OfEvent("EventId")),
        new(typeof(TrailFieldChange), "PreviousColumn", row => new ViewRow(row).Text("Previous") ?? new ViewRow(row).Text("PreviousUnknown")),
        new(typeof(TrailDuration), "SpanColumn", IncidentView.Words),
        new(typeof(TrailDuration), "BasisColumn", Text("Basis", 27)),
    ];

    private static Func<PSObject, string?> Listed(Func<PSObject, string?> text) => row => WrappedText.InList(row, text(row) ?? string.Empty);

    private static Func<PSObject, string?> Text(string name, int before) =>
        row => WrappedText.InColumn(before, new ViewRow(row).Text(name) ?? string.Empty);

    private static Func<PSObject, string?> Count(string name) => row => ViewText.Plain(new ViewRow(row).Items(name).Count);

    private static Func<PSObject, string?> OfEvent(string name) => row => new ViewRow(new ViewRow(row)["Event"]).Text(name);
}
