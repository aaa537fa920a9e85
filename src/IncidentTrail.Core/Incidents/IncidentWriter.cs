using System.Globalization;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Changes;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Linking;
using IncidentTrail.Incidents.Results;
using IncidentTrail.Incidents.Steps;
using IncidentTrail.Tallies;

namespace IncidentTrail.Incidents;

/// <summary>Writes the incident that the calls of a file tell of.</summary>
internal sealed class IncidentWriter(
    IncidentLinking linking, ReadingExtent extent, TrailIncidentQuery query, TrailCoverage? coverage,
    TrailIncidentBasis basis)
{
    internal TrailIncident Write(IncidentFile file)
    {
        var fields = FieldChanges.Of(file);
        var status = new StatusChanges(file);
        var acknowledged = new Acknowledgements(file, query.IncludeInferred);
        var lookBack = query.LookBack ?? TrailIncidentQuery.DefaultLookBack;
        var start = file.StartIsRepeat ? null : file.Start;
        IReadOnlyList<IncidentCall> starts = start is null ? [] : file.FirstStarts;
        var totals = new CallTotals(file.Calls);
        var engaged = totals.Engaged;
        var acknowledgedBasis = acknowledged.Basis + (acknowledged.HasNone ? Late(engaged?.Call.TimeUtc ?? file.FirstUtc) : null);
        var durations = new DurationWriter(file);
        var told = status.Last ?? totals.LastTimed;
        var unresolved = Unresolved(totals, status);
        var endUtc = EndUtc(file, status);
        IReadOnlyList<IncidentRemark> remarks =
        [
            .. new IncidentRemarks(file, fields, status, acknowledged).Of(query, basis, extent, coverage, lookBack),
            .. linking.Denied.Remarks(file, lookBack, endUtc),
        ];
        return new TrailIncident(new IncidentDetail(
            file, fields, IncidentChanges.Before(file, linking.Plans, linking.Changes, lookBack), IncidentChanges.During(file, linking.Plans, linking.Changes, endUtc)))
        {
            IncidentRecordArn = file.Arn,
            ResponsePlan = file.Parts?.Name,
            AccountId = file.AccountId,
            AccountIds = totals.Accounts,
            Regions = totals.Regions,
            Basis = basis,
            Title = fields.Last("title") is [{ } title] ? title.Value : null,
            Impact = fields.Last("impact") is [{ } impact] && int.TryParse(impact.Value, CultureInfo.InvariantCulture, out var number) ? number : null,
            ImpactUnknown = fields.Last("impact").Count switch
            {
                0 when fields.IsLost("impact") => "not certain: what a later update set is not recorded",
                0 => "not set by a call in what was read",
                1 => "set by a call, not recorded",
                _ => "not certain: calls of one second set different ones",
            },
            Status = status.Status,
            IsStatusUncertain = status.IsContested || status.IsUnrecorded,
            StatusAsOfUtc = told is null ? null : extent.NewestUtc(told.AccountId, told.Region),
            Began = start is null ? "before what was read" : Beginning.Words(starts),
            Origin = Beginning.Agreed(starts, Beginning.Origin),
            StartedBy = Beginning.Agreed(starts, s => s.Caller.Name),
            StartTimeUtc = start?.TimeUtc,
            DetectionTimeUtc = Beginning.Agreed(starts, Beginning.DetectedUtc),
            TriggerArn = Beginning.Agreed(starts, Beginning.TriggerArn),
            StartCount = totals.Starts,
            FirstEngagedUtc = engaged?.Call.TimeUtc,
            FirstAcknowledgedUtc = acknowledged.First?.Call.TimeUtc,
            AcknowledgedBy = acknowledged.By is [var by] ? by : null,
            PagedContact = acknowledged.Paged,
            AcknowledgedBasis = acknowledgedBasis,
            FirstResolvedUtc = status.FirstResolution?.TimeUtc,
            LastResolvedUtc = status.LastResolution?.TimeUtc,
            ResolvedBy = status.Resolvers is [var resolver] ? resolver : null,
            ReopenCount = status.Reopenings,
            DeletedUtc = file.DeletedUtc,
            TimeToEngage = durations.To(engaged, Engagement(file, engaged?.Call.TimeUtc), "no StartEngagement for it in what was read" + Late(file.FirstUtc)),
            TimeToAcknowledge = durations.To(acknowledged.First, "AcceptPage", acknowledgedBasis),
            TimeToFirstResolve = durations.To(file.LinkOf(status.FirstResolution), "the first RESOLVED", unresolved),
            TimeToResolve = durations.To(
                status.Status == "RESOLVED" ? file.LinkOf(status.LastResolution) : null, "the last RESOLVED", unresolved),
            EventCount = file.Calls.Count,
            ChangeCount = totals.Changes,
            ReadCount = totals.Reads,
            RetryCount = totals.Retries,
            FailureCount = totals.Failures,
            LookBack = lookBack,
            HasLookBack = query.LookBack is not null,
            ReadFromUtc = extent.EarliestUtc,
            Remarks = [.. remarks.Select(remark => remark.ToString())],
            RemarksInParts = remarks,
            Coverage = coverage,
        };
    }

    // Of those whose engagements completed in one second none is said to be the first.
    private static string Engagement(IncidentFile file, DateTime? firstUtc)
    {
        var contacts = new DistinctTexts();
        foreach (var linked in firstUtc is null ? [] : file.Calls)
        {
            if (linked.Call is { Kind.IsEngagement: true, Counts: true } call && call.TimeUtc == firstUtc)
                contacts.Add(StepWriter.Paged(call));
        }
        return contacts.Sorted() is { Count: > 0 } names ? "StartEngagement of " + string.Join(" and ", names) : "StartEngagement";
    }

    // A record is deleted long after the incident is over. Where the order within a second leaves open when it was last resolved, the
    // latest time that it may have been.
    private static DateTime? EndUtc(IncidentFile file, StatusChanges status) =>
        status.Status == "RESOLVED" && (status.LastResolution ?? status.Last)?.TimeUtc is { } resolved && !(file.DeletedUtc < resolved) ? resolved : file.DeletedUtc;

    private string Unresolved(CallTotals totals, StatusChanges status) => status switch
    {
        { IsContested: true } => "not known: calls of one second set different statuses",
        { IsUnrecorded: true } => "not known: the status that was set last is not recorded",
        { Status: "RESOLVED", IsLastResolutionContested: true } => "not known: calls of one second set different statuses before, and which RESOLVED was the last change depends on their order",
        { LastReopening.TimeUtc: { } reopened } => $"open again since {DurationWriter.Utc(reopened)}, as far as was read",
        { Reopenings: > 0 } => "open again, as far as was read; since when depends on the order of calls within a second",
        { FirstResolution.TimeUtc: { } resolved } => $"resolved at {DurationWriter.Utc(resolved)}, and set to another status since",
        _ => "no RESOLVED in what was read" + Late(totals.LastTimed?.TimeUtc),
    };

    // Logs come up to a quarter of an hour after their events: what is younger than that may still be on its way.
    private string Late(DateTime? sinceUtc) =>
        extent.MayBeUnderWay(sinceUtc, coverage) is { } newest
            ? FormattableString.Invariant($"; it may not have arrived (the newest log was delivered at {newest:yyyy-MM-dd'T'HH:mm'Z'})") : string.Empty;
}
