using System.Management.Automation;

namespace IncidentTrail.PowerShell.Output;

/// <summary>The columns and list items that show more than one value, by type.</summary>
internal static class ViewColumns
{
    /// <summary>Short second names, for headings that must fit a narrow window. They can be typed as any property can.</summary>
    internal static readonly IReadOnlyList<ViewAlias> Aliases =
    [
        new(typeof(TrailEvent), "SourceIP", nameof(TrailEvent.SourceIPAddress)),
        new(typeof(TrailIncident), "Plan", nameof(TrailIncident.ResponsePlan)),
    ];

    internal static readonly IReadOnlyList<ViewColumn> All =
    [
        new(typeof(object), "ViewOneLine", ViewText.OneLine),

        // What a table is grouped by stands before each group under its own name: a label of the view's would stay before the value
        // of another -GroupBy (PowerShell 7.6.9, findings/powershell-group-keeps-the-label-of-the-view.sh).
        new(typeof(TrailEvent), "Times", Times(nameof(TrailEvent.EventTime))),
        new(typeof(TrailCallerSummary), "Times", Times(nameof(TrailCallerSummary.LastSeen))),
        new(typeof(TrailLog), "Times", Times(nameof(TrailLog.DeliveryTime))),
        new(typeof(TrailIncident), "Times", Times(nameof(TrailIncident.StartTime))),
        new(typeof(TrailNote), "Times", Times(nameof(TrailNote.Time))),
        new(typeof(TrailNoteRevision), "Times", Times(nameof(TrailNoteRevision.Time))),
        new(typeof(TrailSummaryRevision), "Times", Times(nameof(TrailSummaryRevision.Time))),
        new(typeof(TrailChange), "Times", Times(nameof(TrailChange.Time))),
        new(typeof(TrailIntegrityResult), "Times", Times(nameof(TrailIntegrityResult.Time))),
        new(typeof(TrailIntegrityGap), "Times", Times(nameof(TrailIntegrityGap.StartTime))),

        new(typeof(TrailEvent), "ViewCallerColumn", EventView.Caller),
        new(typeof(TrailEvent), "ViewErrorColumn", EventView.Error),
        new(typeof(TrailEvent), "Resource", EventView.Resource),
        new(typeof(TrailEvent), "ViewResourceColumn", EventView.ResourceName),
        new(typeof(TrailEvent), "ViewOrigin", EventView.Origin),
        new(typeof(TrailEvent), "ViewService", EventView.Service),
        new(typeof(TrailEvent), "ViewAccount", EventView.Account),
        new(typeof(TrailEvent), "ViewClient", EventView.Client),
        new(typeof(TrailEvent), "ViewWide", row => $"{new ViewRow(row).Instant("EventTime")} {new ViewRow(row).Text("EventName")}"),
        new(typeof(TrailCallerSummary), "ViewWhoColumn", row => EventView.Who(new ViewRow(row).Text("Name"))),
        new(typeof(TrailCallerSummary), "Keys", EventView.Keys),
        new(typeof(TrailLog), "ViewFileName", EventView.FileName),
        new(typeof(TrailLog), "ViewDeliveryColumn", row => ViewText.Minute(new ViewRow(row)["DeliveryTime"])),
        new(typeof(TrailIntegrityResult), "ViewWide", row => $"{new ViewRow(row).Text("Status")} {EventView.FileName(row)}"),
        new(typeof(TrailEvidence), "ViewWide", row => Path.GetFileName(new ViewRow(row).Text("Path"))),
        new(typeof(TrailIntegritySummary), "ViewWide", row => $"IsIntact: {new ViewRow(row).Text("IsIntact")}"),
        new(typeof(TrailAction), "ViewService", row => new ViewRow(row).Text("EventSource")?.Split('.')[0]),
        new(typeof(TrailObject), "ViewJson", row => ViewText.Json(row)),
        new(typeof(TrailObject), "ViewMembers", ViewText.Members),
        new(typeof(TrailFault), "ViewMessageColumn", Text("Message", 15)),

        new(typeof(TrailIncident), "ViewHowLong", IncidentView.HowLong),
        new(typeof(TrailIncident), "ViewStatus", Listed(IncidentView.Status)),
        new(typeof(TrailIncident), "ViewBeginning", Listed(IncidentView.Beginning)),
        new(typeof(TrailIncident), "ViewAcknowledged", Listed(IncidentView.Acknowledged)),
        new(typeof(TrailIncident), "ViewEvents", IncidentView.Events),
        new(typeof(TrailIncident), "ViewChangesBeforeCount", Count("ChangesBefore")),
        new(typeof(TrailIncident), "ViewChangesDuringCount", Count("ChangesDuring")),
        new(typeof(TrailIncident), "ViewNotes", Listed(IncidentView.Notes)),
        new(typeof(TrailIncident), "ViewRemarks", Listed(IncidentView.Remarks)),
        new(typeof(TrailTimelineEntry), "Incident", IncidentView.Group),
        new(typeof(TrailTimelineEntry), "ViewLinkColumn", IncidentView.Link),
        new(typeof(TrailTimelineEntry), "ViewLink", Listed(row => $"{IncidentView.Link(row)}: {new ViewRow(row).Text("LinkBasis")}")),
        new(typeof(TrailTimelineEntry), "ViewStepColumn", row => WrappedText.InColumn(26, IncidentView.Step(row))),
        new(typeof(TrailTimelineEntry), "ViewStep", Listed(IncidentView.Step)),
        new(typeof(TrailTimelineEntry), "ViewOrigin", EventView.Origin),
        new(typeof(TrailTimelineEntry), "ViewEventEventName", OfEvent("EventName")),
        new(typeof(TrailTimelineEntry), "ViewEventEventId", OfEvent("EventId")),
        new(typeof(TrailTimelineEntry), "ViewEventLog", OfEvent("Log")),
        new(typeof(TrailNote), "ViewRevisionCount", Count("Revisions")),
        new(typeof(TrailNote), "ViewOtherEditCount", Count("OtherEdits")),
        new(typeof(TrailNote), "ViewNoteColumn", row => WrappedText.InColumn(46, IncidentView.Note(row))),
        new(typeof(TrailNote), "ViewNote", Listed(IncidentView.Note)),
        new(typeof(TrailNoteRevision), "ViewTextColumn", Text("Text", 36)),
        new(typeof(TrailSummaryRevision), "ViewTextColumn", Text("Text", 36)),
        new(typeof(TrailChange), "ViewTextColumn", row => WrappedText.InColumn(33, ViewText.InOneClock(new ViewRow(row).Text("Text")))),
        new(typeof(TrailChange), "ViewEventEventName", OfEvent("EventName")),
        new(typeof(TrailChange), "ViewEventEventId", OfEvent("EventId")),
        new(typeof(TrailFieldChange), "ViewPreviousColumn", row => new ViewRow(row).Text("Previous") ?? new ViewRow(row).Text("PreviousUnknown")),
        new(typeof(TrailDuration), "ViewSpanColumn", IncidentView.Words),
        new(typeof(TrailDuration), "ViewBasisColumn", Text("Basis", 27)),
    ];

    private static Func<PSObject, string?> Listed(Func<PSObject, string?> text) => row => WrappedText.InList(row, text(row) ?? string.Empty);

    private static Func<PSObject, string?> Times(string name) => row => ViewText.Zone(new ViewRow(row)[name]);

    private static Func<PSObject, string?> Text(string name, int before) =>
        row => WrappedText.InColumn(before, new ViewRow(row).Text(name) ?? string.Empty);

    private static Func<PSObject, string?> Count(string name) => row => ViewText.Plain(new ViewRow(row).Items(name).Count);

    private static Func<PSObject, string?> OfEvent(string name) => row => new ViewRow(new ViewRow(row)["Event"]).Text(name);
}
