using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Steps;

/// <summary>Says in plain words what each call of an incident did.</summary>
internal sealed class StepWriter(IncidentFile file, FieldChanges fields, NoteAudit notes, TrailIncident owner)
{
    private const string Unrecorded = "a contact that is not recorded";

    private readonly Lazy<Dictionary<string, Engagement>> _engaged = new(() => EngagedBy(file));

    internal TrailTimelineEntry Write(LinkedCall linked)
    {
        var call = linked.Call;
        var set = fields.By(call);
        var caller = call.Caller;
        var isChatChannel = Actor.IsChatChannel(caller, call.View);
        var (kind, phrase, quote) = Step(linked, set);
        if (call.Failed)
            (phrase, quote) = ($"tried to {FailedStep.Phrase(call)} and failed ({call.ErrorCode})", string.Empty);
        else if (call.RetryOf is { } first)
            (phrase, quote) = ($"repeated the request of {DurationWriter.Utc(first.TimeUtc!.Value)} with the same client token (a retry, no change)", string.Empty);
        return new TrailTimelineEntry(call)
        {
            Kind = kind,
            Actor = Actor.Of(caller, isChatChannel),
            Phrase = phrase,
            Quote = quote ?? string.Empty,
            Link = linked.Link,
            LinkBasis = linked.Basis,
            Candidates = linked.Candidates,
            Failed = call.Failed,
            IsRetry = call.RetryOf is not null,
            ByChatChannel = isChatChannel,
            PagedContact = Contact(call),
            AcceptCodeValidation = call.Is("AcceptPage") ? call.Asked("acceptCodeValidation") : null,
            Fields = [.. set],
            Remark = Remark(call, linked),
            IncidentRecordArn = file.Arn,
            Owner = owner,
        };
    }

    private (TrailStepKind Kind, string Phrase, string? Quote) Step(LinkedCall linked, IReadOnlyList<TrailFieldChange> set)
    {
        var call = linked.Call;
        return call.Name switch
        {
            "StartIncident" => Start(call, linked.Link == TrailLink.Certain, set),
            "UpdateIncidentRecord" => FieldText.Of(call, set),
            "DeleteIncidentRecord" => (TrailStepKind.Deletion, "deleted the incident record", null),
            "StartEngagement" => (TrailStepKind.Engagement, $"engaged {Contact(call) ?? Unrecorded}", null),
            "StopEngagement" => (TrailStepKind.Disengagement, $"ended the engagement of {Contact(call) ?? Unrecorded}", RequestText.OfValue(call.Request?["reason"])),
            "AcceptPage" => Accept(call),
            "CreateTimelineEvent" => Note(call),
            "UpdateTimelineEvent" => (TrailStepKind.NoteEdit, $"edited {NoteOf(call)}{(call.Request?["eventData"] is null ? ", but not its text" : null)}", NoteText(call)),
            "DeleteTimelineEvent" => (TrailStepKind.NoteDeletion, $"deleted {NoteOf(call)}", null),
            "UpdateRelatedItems" => Related(call),
            "TagResource" => (TrailStepKind.Tag, "tagged the incident record", null),
            "UntagResource" => (TrailStepKind.Tag, "removed tags from the incident record", null),
            "StartAutomationExecution" => (TrailStepKind.Automation, $"started the automation {RequestText.OfValue(call.Request?["documentName"]) ?? "(document not recorded)"} with this incident's ARN", null),
            "CreateOpsItem" => (TrailStepKind.OpsItem, linked.Grade == LinkGrade.Named
                ? "made an OpsItem that names this incident" : "made an OpsItem about when this incident began", RequestText.OfValue(call.Request?["title"])),
            _ when call.IsRead => (TrailStepKind.Read, $"read it ({call.Name})", null),
            _ => (TrailStepKind.Other, $"called {call.Name}", null),
        };
    }

    private (TrailStepKind, string, string?) Start(IncidentCall call, bool isCertain, IReadOnlyList<TrailFieldChange> set)
    {
        if (isCertain && file.MayHaveMade(call) && file.FirstStarts.Where(s => s.Counts).Skip(1).Any())
            return (TrailStepKind.Start, "asked to start it in one second with others; which of them made the record is not known", RequestText.OfValue(call.Request?["title"]));
        if (!ReferenceEquals(call, file.Start) || file.StartIsRepeat)
            return (TrailStepKind.Start, "asked to start it; the record existed already", RequestText.OfValue(call.Request?["title"]));
        var trigger = Beginning.Trigger(call);
        var impact = set.FirstOrDefault(f => f.Field == "impact") is { } i ? $" with impact {i.Value}" : null;
        return (TrailStepKind.Start, $"started the incident{(trigger is null ? null : $" for {trigger}")}{impact}",
            set.FirstOrDefault(f => f.Field == "title")?.Value);
    }

    private static (TrailStepKind, string, string?) Accept(IncidentCall call)
    {
        var page = $"the page to {Paged(call) ?? Unrecorded}";
        var code = string.Equals(call.Asked("acceptCodeValidation"), "IGNORE", StringComparison.OrdinalIgnoreCase)
            ? ", the accept code not being checked (IGNORE)" : null;
        return RequestText.OfValue(call.Asked("acceptType"))?.ToUpperInvariant() switch
        {
            "READ" => (TrailStepKind.Acknowledgement, $"acknowledged {page}{code}", RequestText.OfValue(call.Request?["note"])),
            "DELIVERED" => (TrailStepKind.Delivery, $"confirmed the delivery of {page}{code}", null),
            var type => (TrailStepKind.Delivery, $"accepted {page}, {(type is null ? "the kind of acceptance is not recorded" : $"acceptType {type}")}{code}", null),
        };
    }

    private static (TrailStepKind, string, string?) Note(IncidentCall call) => call.Caller.IsService
        ? (TrailStepKind.ServiceEntry, "wrote a timeline entry", NoteText(call))
        : (TrailStepKind.Note, "added a note", NoteText(call));

    private string NoteOf(IncidentCall call)
    {
        if (notes.IsServiceEntry(call))
            return "an entry that the service wrote";
        if (notes.CreationOf(call) is not { } creation)
            return "a note whose author is not in what was read";
        return Actor.IsSame(creation.Caller, call.Caller) ? "their own note" : $"a note of {Actor.Of(creation)}";
    }

    private static string? NoteText(IncidentCall call) =>
        call.Request?["eventData"] is null && call.Is("UpdateTimelineEvent")
            ? null
            : RequestText.OfNote(call.Request?["eventData"]) ?? TrailNote.TextNotRecorded;

    private static (TrailStepKind, string, string?) Related(IncidentCall call)
    {
        var update = call.Request?["relatedItemsUpdate"];
        var added = Field.Of(update, "itemToAdd");
        var item = added is null ? Field.Of(update, "itemToRemove") : Field.Of(added, "identifier");
        var type = Field.Text(item, "type");
        var what = type is null ? "a related item" : $"a related item ({type})";
        return (TrailStepKind.RelatedItem,
            added is not null ? $"added {what}" : item is not null ? $"removed {what}" : "changed the related items",
            RequestText.OfValue(Field.Of(added, "title")));
    }

    // An engagement may be named by its id alone, which has no alias.
    private string? Contact(IncidentCall call) => Paged(call)
        ?? (call.Asked("engagementId") is { } id
            ? _engaged.Value.GetValueOrDefault(id)?.Contact?.Name
            : null);

    // The first of each id.
    private static Dictionary<string, Engagement> EngagedBy(IncidentFile file)
    {
        var engaged = new Dictionary<string, Engagement>(StringComparer.Ordinal);
        foreach (var engagement in file.Engagements)
        {
            if (engagement.Arn is { } arn)
                engaged.TryAdd(ArnText.LastPart(arn), engagement);
        }
        return engaged;
    }

    /// <summary>The alias of the contact that a call pages, engages or no longer engages.</summary>
    internal static string? Paged(IncidentCall call) => call.Name switch
    {
        "AcceptPage" => ContactName.AliasOfItem(call.Asked("pageId")),
        "StartEngagement" => ContactName.AliasOfItem(Field.Text(call.Response?["engagementArn"]))
            ?? ContactName.AliasOf(call.Asked("contactId")),
        "StopEngagement" => ContactName.AliasOfItem(call.Asked("engagementId")),
        _ => null,
    };

    private static string? Remark(IncidentCall call, LinkedCall linked)
    {
        var remarks = new List<string>();
        if (call.IsOrphan)
            remarks.Add("completes a record that is not in what was read");
        else if (call.IsCompleted)
            remarks.Add("completed by a later record");
        else if (call.IsLate)
            remarks.Add("delivered late");
        if (linked.Candidates > 1)
            remarks.Add($"fits {linked.Candidates} incidents or engagements equally well");
        if (call.Failed)
            remarks.Add("failed: nothing changed");
        if (call.TimeUtc is null)
            remarks.Add("the record has no readable time");
        return remarks.Count == 0 ? null : string.Join("; ", remarks);
    }
}
