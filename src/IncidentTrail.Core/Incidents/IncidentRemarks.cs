using System.Globalization;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Results;
using IncidentTrail.Incidents.Steps;
using IncidentTrail.Tallies;

namespace IncidentTrail.Incidents;

/// <summary>What a reader of an incident must know beside its values.</summary>
internal sealed class IncidentRemarks(IncidentFile file, FieldChanges fields, StatusChanges status, Acknowledgements acknowledged)
{
    /// <summary>How the one begins that says why there is no status: of an incident that is a copy, it is all that tells.</summary>
    internal const string StatusNotCertain = "The status is not certain";

    /// <summary>How the one begins that says from when on the window left out what happened.</summary>
    internal const string LeftOut = "What happened from ";

    private const string Report =
        "A report was read, which holds the calls of its incidents alone: an AcceptPage that fits this incident may fit others that were read for the report.";

    internal IReadOnlyList<IncidentRemark> Of(
        TrailIncidentQuery query, TrailIncidentBasis basis, ReadingExtent extent, TrailCoverage? coverage, TimeSpan lookBack) =>
        [.. OfStart(extent), .. OfOneSecond(), .. OfWhatIsNotRecorded(), .. OfCalls(), .. OfReading(query, basis, extent, coverage, lookBack)];

    private IEnumerable<IncidentRemark> OfStart(ReadingExtent extent)
    {
        if (file.Start is null)
            yield return new($"The incident began before what was read ({Utc(extent.EarliestUtc)}): its StartIncident is not in what was read.");
        else if (file.StartIsRepeat)
            yield return new($"The first StartIncident read ({Utc(file.Start.TimeUtc)}) came after other calls for this incident ({Utc(file.FirstUtc)}): it began before what was read.");
        else if (Beginning.DetectedUtc(file.Start) > file.Start.TimeUtc)
            yield return new("The detection time lies after the start: one of the two is wrong.");
    }

    // What the order within one second would decide is not told.
    private IEnumerable<IncidentRemark> OfOneSecond()
    {
        if (!file.StartIsRepeat && file.FirstStarts.Count > 1 && Names(file.FirstStarts) is { Count: > 1 } starters)
            yield return new($"Who started it is not certain: {Or(starters)}, whose calls completed in one second.");
        foreach (var field in FieldChanges.Told)
        {
            if (fields.Last(field) is not { Count: > 1 } several)
                continue;
            string[] values = [.. several.Select(s => s.Value ?? FieldChanges.NotRecorded).Order(StringComparer.Ordinal)];
            // An impact is a number, and nothing that people wrote, as a title is, be it of digits.
            yield return field == "impact" && values.All(v => int.TryParse(v, CultureInfo.InvariantCulture, out _))
                ? new($"The {field} is not certain: {Or(values)}, set in one second.")
                : new($"The {field} is not certain: ", values, ", set in one second.");
        }
        if (status.IsContested)
            yield return new($"{StatusNotCertain}: calls of one second set different ones.");
        if (status.IsLastResolutionContested && !status.IsContested)
            yield return new("When it was last resolved is not certain: calls of one second set different statuses.");
        if (status.Resolvers.Count > 1)
            yield return new($"Who resolved it last is not certain: {Or(status.Resolvers)}.");
        if (acknowledged.By.Count > 1)
            yield return new($"Who acknowledged first is not certain: {Or(acknowledged.By)}, in one second.");
    }

    private IEnumerable<IncidentRemark> OfWhatIsNotRecorded()
    {
        if (status is { IsUnrecorded: true, Last: { } last })
            yield return new($"{StatusNotCertain}: the one that was set last ({Utc(last.TimeUtc)}) is not recorded.");
        if (fields.Unsaid is not { } unsaid)
            yield break;
        List<string> lost = [.. FieldChanges.Told.Where(fields.IsLost)];
        if (status.Status is not null && status.Last?.TimeUtc <= unsaid.TimeUtc)
            lost.Add("status");
        if (lost.Count > 0)
            yield return new($"What the update at {Utc(unsaid.TimeUtc)} by {unsaid.Caller.Name} set is not recorded: the {string.Join(" and the ", lost)} may be another since.");
    }

    private IEnumerable<IncidentRemark> OfCalls()
    {
        foreach (var passed in acknowledged.PassedOver)
            yield return new($"An AcceptPage at {Utc(passed.Call.TimeUtc)} by {passed.Call.Caller.Name} is not counted as the acknowledgement: {passed.Basis}{(passed.Candidates > 1 ? $", and it fits {passed.Candidates} equally well" : null)}.");
        if (file.Parts is null)
            yield return new("No record that was read has the incident's ARN; it is known by the id that calls gave.");
        if (file.Calls is [.., { Call.TimeUtc: null }])
            yield return new("Calls without a readable time are at the end of the timeline and feed no value.");
    }

    private IEnumerable<IncidentRemark> OfReading(
        TrailIncidentQuery query, TrailIncidentBasis basis, ReadingExtent extent, TrailCoverage? coverage, TimeSpan lookBack)
    {
        if (basis == TrailIncidentBasis.Pipeline)
            yield return new($"Rebuilt from events of the pipeline, from {Utc(extent.EarliestUtc)} on; how they were filtered is not known.");
        if (file.HasPages && coverage is { HoldsReport: true })
            yield return new(Report);
        if ((file.StartUtc ?? file.FirstUtc) - extent.EarliestUtc < lookBack)
            yield return new($"Changes before it are known from {Utc(extent.EarliestUtc)} on, the earliest event read; {TrailDuration.Words((long)lookBack.TotalSeconds)} would reach further back.");
        if (query.LeftOutFromUtc is { } end)
            yield return new($"{LeftOut}{Utc(end)} on was not read: -EndTime left it out.");
        if (query.LookBack is null && basis == TrailIncidentBasis.Source)
            yield return new("Changes that other services record (alarms, event rules, keys, roles, shares, topics, chat, runbooks, the trail) were not read; -LookBack reads them.");
        if (coverage is { Faults.Count: > 0 })
            yield return new($"{coverage.Faults.Count} faults: not everything could be read.");
    }

    private static TrailList<string> Names(IReadOnlyList<IncidentCall> calls)
    {
        var names = new DistinctTexts();
        foreach (var call in calls)
            names.Add(call.Caller.Name);
        return names.Sorted();
    }

    private static string Or(IEnumerable<string> names) => string.Join(" or ", names);

    private static string Utc(DateTime? time) => time is { } known ? DurationWriter.Utc(known) : "no time";
}
