using System.Text.RegularExpressions;
using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Changes;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Linking;

/// <summary>Finds for each call the incident it belongs to, and says what ties it to it.</summary>
internal sealed partial class IncidentLinking
{
    private readonly IncidentIndex _index;
    private readonly EngagementIndex _engagements = new();
    private readonly PageLinks _pages;
    private IncidentStarts? _starts;

    /// <param name="calls">The calls, in order of time.</param>
    /// <param name="names">The names of incidents that calls were read by.</param>
    internal IncidentLinking(CallList calls, IncidentNames names)
    {
        _index = new IncidentIndex(names);
        _index.Open(calls);
        List<IncidentCall> nameless = [], later = [];
        foreach (var call in calls)
        {
            if (!call.IsRead)
                Changes.Add(call);
            if (call.Kind.IsLinkedLater)
                later.Add(call);
            if (!call.Kind.IsOwn)
                continue;
            if (!call.IsRead)
            {
                Plans.Add(call);
                if (call.Failed)
                    Denied.Add(call);
            }
            LinkNamed(call, call.Named);
            if (call.Named is null)
                nameless.Add(call);
        }
        foreach (var call in nameless)
        {
            if (_engagements.Find(call.Asked("engagementId"), call) is var (engagement, sameness))
                LinkEngagement(call, engagement, sameness);
        }
        ManyIncidents.Each(_index.All.Count, i => _index.All[i].Settle());
        _pages = new PageLinks(_index.All, _engagements, Plans);
        foreach (var call in later)
        {
            if (call.Kind.IsPage)
                _pages.Link(call);
            else if (call.Failed && call.Kind.IsStart)
                LinkFailedStart(call);
            else if (!call.Kind.IsOwn && call.Service == "ssm")
                LinkSystemsManager(call);
        }
        foreach (var file in _index.All)
            file.Sort();
    }

    /// <summary>The calls that changed what incidents rest on.</summary>
    internal ChangeHistory Changes { get; } = new();

    /// <summary>The calls that would have changed who is paged, and were denied.</summary>
    internal DeniedChanges Denied { get; } = new();

    internal IReadOnlyList<IncidentFile> Incidents => _index.All;

    /// <summary>What only failed calls name.</summary>
    internal FailedAlone FailedAlone { get; } = new();

    internal ContactPlans Plans { get; } = new();

    // Once all are settled.
    private IncidentStarts Starts => _starts ??= new IncidentStarts(_index.All);

    private void LinkNamed(IncidentCall call, IncidentName? named)
    {
        IncidentFile? only = null;
        if (named is { IsRecord: true })
        {
            only = _index.OfKey(named);
            only?.Link(call, TrailLink.Certain, "the record names the incident's ARN");
            if (only is null)
                FailedAlone.Add(call, named);
        }
        else if (named is not null)
        {
            var files = _index.Find(named);
            only = LinkById(call, files);
            if (files.Count == 0)
                FailedAlone.Add(call, named);
        }
        if (!call.Kind.IsEngagement || !call.Counts)
            return;
        if (_engagements.Add(call, only) is { } engagement)
            only?.Engagements.Add(engagement);
    }

    // Gives the incident where there is one alone.
    private static IncidentFile? LinkById(IncidentCall call, IReadOnlyList<IncidentFile> files)
    {
        foreach (var file in files)
        {
            // A bare id is one of the caller's own account.
            var isElsewhere = file.AccountId is not null && file.AccountId != call.AccountId;
            var basis = files.Count > 1 ? "the record names an id that several incidents have"
                : isElsewhere ? "the record names an id that this incident of another account has"
                : "the record names the incident by its id";
            file.Link(call, files.Count == 1 && !isElsewhere ? TrailLink.Certain : TrailLink.Inferred, basis, files.Count);
        }
        return files is [var only] ? only : null;
    }

    private static void LinkEngagement(IncidentCall call, Engagement engagement, Sameness sameness)
    {
        if (call.Is("StopEngagement") && call.Counts)
            engagement.StoppedUtc ??= call.TimeUtc;
        if (sameness == Sameness.Same)
            engagement.Incident?.Link(call, TrailLink.Certain, "the record names an engagement that was made for this incident");
        else
            engagement.Incident?.Link(call, TrailLink.Inferred, "the record names an id that an engagement of this incident has");
    }

    // A start that failed names the plan alone. The incident that a repetition of it made is known by the token; else the one of that
    // plan that began soon after is the likeliest.
    private void LinkFailedStart(IncidentCall call)
    {
        var plan = ResourceName.Of(ResourceKind.ResponsePlan, call.Asked("responsePlanArn"), call);
        if (plan is null || call.TimeUtc is not { } time)
            return;
        var (next, count) = call.Token is { } token && Starts.NextOf(plan, token, time) is { } repeated ? (repeated, 1) : Starts.NextOf(plan, time);
        if (next is not { Start: { } begun } || next.StartUtc - time > EngineLimits.FailedStart)
            return;
        var basis = call.Token is not null && call.Token == begun.Token ? "the same client token as the start"
            : Beginning.TriggerArn(call) is { } trigger && trigger == Beginning.TriggerArn(begun) ? "the same trigger as the start"
            : "the same response plan, within an hour before the start";
        LinkLater(next, call, TrailLink.Inferred, basis, count, LinkGrade.Time);
    }

    private void LinkSystemsManager(IncidentCall call)
    {
        var text = call.Request is null ? string.Empty : JsonLine.Write(call.Request);
        var arns = RecordArn().Matches(text);
        var named = arns.SelectMany(m => _index.Find(m.Value)).Distinct().ToList();
        foreach (var file in named)
            LinkLater(file, call, TrailLink.Certain, "its parameters hold the incident's ARN");
        if (arns.Count > 0 || !call.Is("CreateOpsItem") || !IsIncidentManagersRole(call.Caller) || call.TimeUtc is not { } time)
            return;
        var near = Starts.Near(call.AccountId, call.Region, time, EngineLimits.OpsItem).ToList();
        foreach (var file in near)
            LinkLater(file, call, TrailLink.Inferred, "time only: made by Incident Manager in its account and Region within a minute of the start", near.Count, LinkGrade.Time);
    }

    private void LinkLater(IncidentFile file, IncidentCall call, TrailLink link, string basis, int candidates = 1, LinkGrade grade = LinkGrade.Named)
    {
        file.Link(call, link, basis, candidates, grade);
        _pages.Linked(file, call);
    }

    [GeneratedRegex(@"arn:[^:""\\\s]+:" + IncidentManagerSources.Incidents + @":[^:""\\\s]*:[^:""\\\s]*:incident-record/[\w/-]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RecordArn();

    private static bool IsIncidentManagersRole(TrailCaller caller) =>
        caller.IsService && caller.IssuerArn is { } arn
        && arn.Contains("/AWSServiceRoleForIncidentManager", StringComparison.OrdinalIgnoreCase);
}
