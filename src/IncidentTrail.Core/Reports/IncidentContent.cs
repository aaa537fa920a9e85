using System.Globalization;
using IncidentTrail.Texts;
using static IncidentTrail.Reports.ReportBlock;

namespace IncidentTrail.Reports;

/// <summary>What a report says of one incident.</summary>
internal sealed class IncidentContent(ReportIncident content, ReportNames names, ReportPlaces places, ChangeContent changes, int number)
{
    private readonly TrailIncident _incident = content.Incident;
    private readonly Dictionary<TrailTimelineEntry, int> _places = content.Steps.Distinct().Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i + 1);

    internal const string IdStart = "incident-";

    private readonly NoteContent _notes = new(content.Incident, names, places, number);

    internal static string TitleOf(TrailIncident incident, ReportNames names) =>
        incident.Title is { } title && !names.Hides ? title : $"incident of response plan {names.Text(incident.ResponsePlan ?? "(not in what was read)")}";

    /// <summary>The id of an incident's place.</summary>
    internal static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{IdStart}{number}");

    /// <summary>An impact as number and name.</summary>
    internal static string Impact(TrailIncident incident) => incident.Impact is { } impact
        ? string.Create(CultureInfo.InvariantCulture, $"{impact} ({ImpactName(impact)})") : incident.ImpactUnknown;

    internal IEnumerable<ReportBlock> Blocks()
    {
        yield return new Heading(2, TitleOf(_incident, names), IdOf(number));
        yield return new Facts([.. Facts()]);
        if (_incident.RemarksInParts.Count > 0)
        {
            yield return new Heading(3, "What to know when reading this");
            yield return new Bullets([.. _incident.RemarksInParts.Select(remark => ReportText.Ours(names.Remark(remark), names))]);
        }
        yield return new Heading(3, "Timeline", $"timeline-{number}");
        if (DrawingContent.Of(content, names, IdOf) is { } drawing)
            yield return new Drawing(drawing);
        yield return Steps("Steps in order of time", content.Steps);
        if (!content.IsWhole)
        {
            yield return new Paragraph("This report was made from single steps of a timeline; notes, callers and changes before and during it are in a report made from the incident.");
            yield break;
        }
        foreach (var block in _notes.Blocks(StepOf).Concat(Callers()).Concat(changes.Of(_incident, number)).Concat(Failures()))
            yield return block;
    }

    private IEnumerable<(string, string)> Facts()
    {
        yield return ("Incident record", names.Text(_incident.IncidentRecordArn));
        yield return ("Response plan", names.Text(_incident.ResponsePlan ?? "not in what was read"));
        yield return ("Status", $"{_incident.StatusWords}{(_incident.StatusAsOfUtc is { } asOf ? $", as of {ReportText.Time(asOf)}, the newest event read for its account and Region" : null)}{(_incident.DeletedUtc is { } deleted ? $"; record deleted {ReportText.Time(deleted)}" : null)}");
        yield return ("Impact", Impact(_incident));
        yield return ("Began", _incident.StartTimeUtc is null ? names.Text(_incident.Began)
            : $"{ReportText.Time(_incident.StartTimeUtc)} {names.Text(_incident.Began)}{(_incident.StartCount > 1 ? $"; asked for {_incident.StartCount} times" : null)}");
        if (_incident.DetectionTimeUtc is { } detected)
            yield return ("Detected", $"{ReportText.Time(detected)}, by what the start says");
        yield return ("First engaged", _incident.FirstEngagedUtc is { } engaged ? ReportText.Time(engaged) : ReportText.Ours(_incident.TimeToEngage.Basis, names));
        yield return ("First acknowledged", _incident.FirstAcknowledgedUtc is { } acknowledged
            ? $"{ReportText.Time(acknowledged)} by {By(_incident.AcknowledgedBy)}, page to {names.Text(_incident.PagedContact ?? "a contact that no record tells for certain")} (inferred: {ReportText.Ours(_incident.AcknowledgedBasis, names)})"
            : ReportText.Ours(_incident.AcknowledgedBasis, names));
        yield return ("Resolved", _incident.LastResolvedUtc is { } resolved
            ? $"{ReportText.Time(resolved)} by {By(_incident.ResolvedBy)}{(_incident.ReopenCount > 0 ? $"; first {ReportText.Time(_incident.FirstResolvedUtc)}, reopened {HowOften.Times(_incident.ReopenCount)}" : null)}"
            : ReportText.Ours(_incident.TimeToResolve.Basis, names));
        yield return ("Time to engage", ReportText.Duration(_incident.TimeToEngage, names));
        yield return ("Time to acknowledge", ReportText.Duration(_incident.TimeToAcknowledge, names));
        if (_incident.ReopenCount > 0)
            yield return ("Time to first resolution", ReportText.Duration(_incident.TimeToFirstResolve, names));
        yield return ("Time to resolve", ReportText.Duration(_incident.TimeToResolve, names));
        yield return ("Calls", $"{ReportText.Number(_incident.EventCount)}: {ReportText.Number(_incident.ChangeCount, "change")}, {ReportText.Number(_incident.ReadCount, "read")}, {ReportText.Number(_incident.FailureCount)} failed, {ReportText.Number(_incident.RetryCount, "retry", "retries")}");
        yield return ("Made from", _incident.Basis == TrailIncidentBasis.Pipeline ? "events of the pipeline, whose filter is not known" : "what was read of a source");
    }

    // Where several did within a second, the incident's remarks name them.
    private string By(string? caller) => caller is null ? "one of several callers of one second" : names.Caller(caller);

    private static string ImpactName(int impact) => impact switch
    {
        1 => "critical",
        2 => "high",
        3 => "medium",
        4 => "low",
        5 => "none",
        _ => "unknown",
    };

    private string IdOf(TrailTimelineEntry step) => string.Create(CultureInfo.InvariantCulture, $"step-{number}-{_places[step]}");

    private ReportLink LinkTo(TrailTimelineEntry step) =>
        new(string.Create(CultureInfo.InvariantCulture, $"step {_places[step]}"), "#" + IdOf(step));

    private ReportLink? StepOf(TrailEvent trailEvent) =>
        content.Steps.FirstOrDefault(s => ReferenceEquals(s.Event, trailEvent)) is { } step ? LinkTo(step) : null;

    private IReadOnlyList<ReportLink> LinksOf(TrailTimelineEntry step) =>
    [
        .. content.IsWhole && _notes.LinkTo(step.Event) is { } note ? [note] : Array.Empty<ReportLink>(),
        .. places.LinksTo(step.Records, LinkTo(step)),
    ];

    private Table Steps(string caption, IReadOnlyList<TrailTimelineEntry> steps) => new(
        caption, ["No.", "Time", "Step", "Link", "Remark"],
        [
            .. steps.Distinct().Select(s => new ReportRow(
                [
                    _places[s].ToString(CultureInfo.InvariantCulture), ReportText.Time(s.TimeUtc), ReportText.Step(s, names),
                    ReportText.Link(s, names), ReportText.Remark(s, names),
                ],
                IdOf(s), s.Failed, s.Link == TrailLink.Inferred) { Links = LinksOf(s) }),
        ], ["Step"]);

    private IEnumerable<ReportBlock> Callers()
    {
        yield return new Heading(3, "Callers and their credentials");
        if (names.Hides)
        {
            yield return new Table("Callers", ["Caller", "Credentials", "AWS MFA", "Events", "Changes", "Failures"],
                [.. _incident.Callers.Select(c => new ReportRow([names.Caller(c.Name), c.Kind.ToString(), ReportText.YesNo(c.MfaAuthenticated), .. Counts(c)]))]);
            yield break;
        }
        yield return new Table("Callers", ["Caller", "Credentials", "Account", "AWS MFA", "First and last", "Events", "Changes", "Failures"],
        [
            .. _incident.Callers.Select(c => new ReportRow(
            [
                c.Name, $"{(c.IsIdentityCenterUser ? "Identity Center, " : null)}{c.Kind}{(c.IssuerArn is null ? null : $", issued by {c.IssuerArn}")}{(c.ViaService ? ", through a service" : null)}",
                c.AccountId ?? "not recorded", ReportText.YesNo(c.MfaAuthenticated),
                $"{ReportText.Time(c.FirstSeenUtc)} to {ReportText.Time(c.LastSeenUtc)}", .. Counts(c),
            ])),
        ]);
        yield return new Table("Where their calls came from", ["Caller", "Addresses", "Access keys", "Clients, as they name themselves"],
        [
            .. _incident.Callers.Select(c => new ReportRow(
            [
                c.Name, string.Join(", ", c.SourceIPAddresses), string.Join(", ", c.AccessKeyIds),
                string.Join("; ", c.UserAgents.Select(ReportText.Client).Distinct(StringComparer.Ordinal)),
            ])),
        ]);
        yield return new Paragraph("AWS MFA is what AWS itself saw: for people of Identity Center and SAML, no proves nothing.");
    }

    private static string[] Counts(TrailCallerSummary caller) =>
        [ReportText.Number(caller.EventCount), ReportText.Number(caller.ChangeCount), ReportText.Number(caller.FailureCount)];

    private IEnumerable<ReportBlock> Failures()
    {
        if (_incident.FailedAttempts.Count == 0)
            yield break;
        yield return new Heading(3, "Failed attempts");
        yield return new Table("Failed attempts", ["Time", "Attempt", "Link"],
        [
            .. _incident.FailedAttempts.Select(s => new ReportRow(
                [ReportText.Time(s.TimeUtc), ReportText.Step(s, names), ReportText.Link(s, names)], IsFailure: true)
            {
                Links = StepOf(s.Event) is { } step ? [step] : [],
            }),
        ], ["Attempt"]);
    }
}
