using System.Text.Json;

namespace IncidentTrail.Reports;

/// <summary>Writes an incident of a JSON report, with the names that its properties have.</summary>
internal sealed class JsonIncident(Utf8JsonWriter json, ReportNames names, JsonRecords records) : JsonFields(json, names)
{
    private readonly Utf8JsonWriter _json = json;
    private readonly ReportNames _names = names;

    internal void Write(ReportIncident content)
    {
        var incident = content.Incident;
        _json.WriteStartObject();
        Text("IncidentRecordArn", incident.IncidentRecordArn);
        _json.WriteBoolean("IsWhole", content.IsWhole);
        Facts(incident);
        if (content.IsWhole)
            Whole(incident);
        Texts("Remarks", incident.RemarksInParts.Select(_names.Remark));
        _json.WriteStartArray("Timeline");
        foreach (var step in content.Steps)
            Step(step);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Facts(TrailIncident incident)
    {
        Text("ResponsePlan", incident.ResponsePlan);
        Text("AccountId", incident.AccountId);
        Texts("AccountIds", incident.AccountIds);
        Texts("Regions", incident.Regions);
        String("Basis", incident.Basis.ToString());
        Free("Title", incident.Title);
        Number("Impact", incident.Impact);
        Text("Status", incident.Status);
        Time("StatusAsOfUtc", incident.StatusAsOfUtc);
        Text("Began", incident.Began);
        String("Origin", incident.Origin.ToString());
        Caller("StartedBy", incident.StartedBy);
        Time("StartTimeUtc", incident.StartTimeUtc);
        Time("DetectionTimeUtc", incident.DetectionTimeUtc);
        Text("TriggerArn", incident.TriggerArn);
        Number("StartCount", incident.StartCount);
        Time("FirstEngagedUtc", incident.FirstEngagedUtc);
        Time("FirstAcknowledgedUtc", incident.FirstAcknowledgedUtc);
        Caller("AcknowledgedBy", incident.AcknowledgedBy);
        Text("PagedContact", incident.PagedContact);
        Text("AcknowledgedBasis", incident.AcknowledgedBasis);
        Time("FirstResolvedUtc", incident.FirstResolvedUtc);
        Time("LastResolvedUtc", incident.LastResolvedUtc);
        Caller("ResolvedBy", incident.ResolvedBy);
        Number("ReopenCount", incident.ReopenCount);
        Time("DeletedUtc", incident.DeletedUtc);
        Duration("TimeToEngage", incident.TimeToEngage);
        Duration("TimeToAcknowledge", incident.TimeToAcknowledge);
        Duration("TimeToFirstResolve", incident.TimeToFirstResolve);
        Duration("TimeToResolve", incident.TimeToResolve);
        Number("EventCount", incident.EventCount);
        Number("ChangeCount", incident.ChangeCount);
        Number("ReadCount", incident.ReadCount);
        Number("FailureCount", incident.FailureCount);
        Number("RetryCount", incident.RetryCount);
        Number("LookBackSeconds", (long)incident.LookBack.TotalSeconds);
        Time("ReadFromUtc", incident.ReadFromUtc);
    }

    private void Whole(TrailIncident incident)
    {
        _json.WriteStartArray("Callers");
        foreach (var caller in incident.Callers)
            Caller(caller);
        _json.WriteEndArray();
        _json.WriteStartArray("Notes");
        foreach (var note in incident.Notes)
            Note(note);
        _json.WriteEndArray();
        _json.WriteStartArray("Summaries");
        foreach (var summary in incident.Summaries)
        {
            _json.WriteStartObject();
            Time("TimeUtc", summary.TimeUtc);
            Caller("CallerName", summary.CallerName);
            Free("Text", summary.Text);
            String("Overwrote", NoteContent.Overwrote(summary, _names));
            Caller("OverwroteTextOf", summary.OverwroteTextOf);
            _json.WriteBoolean("IsContested", summary.IsContested);
            _json.WriteBoolean("IsRepeat", summary.IsRepeat);
            Records([summary.Event]);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        Changes("ChangesBefore", incident.ChangesBefore);
        Changes("ChangesDuring", incident.ChangesDuring);
    }

    private void Changes(string name, TrailList<TrailChange> changes)
    {
        _json.WriteStartArray(name);
        foreach (var change in changes)
        {
            _json.WriteStartObject();
            Time("TimeUtc", change.TimeUtc);
            String("Scope", change.Scope.ToString());
            Text("Text", change.Text);
            Caller("CallerName", change.CallerName);
            String("Link", change.Link.ToString());
            Text("Basis", change.Basis);
            Number(change.SecondsBefore is null ? "SecondsAfter" : "SecondsBefore", change.SecondsBefore ?? change.SecondsAfter);
            Records(change.Records);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void Step(TrailTimelineEntry step)
    {
        _json.WriteStartObject();
        Time("TimeUtc", step.TimeUtc);
        String("Kind", step.Kind.ToString());
        _json.WriteString("Text", ReportText.Step(step, _names));
        Caller("CallerName", step.CallerName);
        String("CallerKind", step.Caller.Kind.ToString());
        String("Link", step.Link.ToString());
        Text("LinkBasis", step.LinkBasis);
        Number("Candidates", step.Candidates);
        _json.WriteBoolean("SameSecond", step.SameSecond);
        _json.WriteBoolean("Failed", step.Failed);
        _json.WriteBoolean("IsRetry", step.IsRetry);
        Text("PagedContact", step.PagedContact);
        Text("Remark", step.Remark);
        Records(step.Records);
        _json.WriteEndObject();
    }

    private void Note(TrailNote note)
    {
        _json.WriteStartObject();
        Text("NoteId", note.NoteId);
        Caller("Author", note.Author);
        _json.WriteBoolean("IsAuthorKnown", note.IsAuthorKnown);
        Time("TimeUtc", note.TimeUtc);
        Free("Text", note.Text);
        Time("ClaimedTimeUtc", note.ClaimedTimeUtc);
        Text("Dating", note.Dating);
        Flag("TouchedByOther", note.TouchedByOther);
        _json.WriteBoolean("TouchedAfterResolution", note.TouchedAfterResolution);
        Caller("DeletedBy", note.DeletedBy);
        Time("DeletedTimeUtc", note.DeletedTimeUtc);
        _json.WriteStartArray("Revisions");
        foreach (var revision in note.Revisions)
        {
            _json.WriteStartObject();
            Time("TimeUtc", revision.TimeUtc);
            Caller("CallerName", revision.CallerName);
            Free("Text", revision.Text);
            _json.WriteBoolean("IsTextRecorded", revision.IsTextRecorded);
            Flag("ByOther", revision.ByOther);
            _json.WriteBoolean("AfterResolution", revision.AfterResolution);
            Records([revision.Event]);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Caller(TrailCallerSummary caller)
    {
        _json.WriteStartObject();
        Caller("Name", caller.Name);
        String("Kind", caller.Kind.ToString());
        _json.WriteBoolean("IsRoot", caller.IsRoot);
        _json.WriteBoolean("IsService", caller.IsService);
        _json.WriteBoolean("ViaService", caller.ViaService);
        _json.WriteBoolean("UsesLongTermKeys", caller.UsesLongTermKeys);
        Flag("MfaAuthenticated", caller.MfaAuthenticated);
        Text("AccountId", caller.AccountId);
        Time("FirstSeenUtc", caller.FirstSeenUtc);
        Time("LastSeenUtc", caller.LastSeenUtc);
        Number("EventCount", caller.EventCount);
        Number("ChangeCount", caller.ChangeCount);
        Number("ReadCount", caller.ReadCount);
        Number("FailureCount", caller.FailureCount);
        if (!_names.Hides)
        {
            Text("Arn", caller.Arn);
            Text("IssuerArn", caller.IssuerArn);
            Texts("SourceIPAddresses", caller.SourceIPAddresses);
            Texts("AccessKeyIds", caller.AccessKeyIds);
            Texts("UserAgents", caller.UserAgents);
        }
        _json.WriteEndObject();
    }

    private void Duration(string name, TrailDuration duration)
    {
        _json.WriteStartObject(name);
        Number("Seconds", duration.Seconds);
        String("Link", duration.Link?.ToString());
        Text("Basis", duration.Basis);
        _json.WriteEndObject();
    }

    private void Records(IEnumerable<TrailEvent> events)
    {
        _json.WriteStartArray("Records");
        foreach (var number in records.NumbersOf(events))
            _json.WriteNumberValue(number);
        _json.WriteEndArray();
    }
}
