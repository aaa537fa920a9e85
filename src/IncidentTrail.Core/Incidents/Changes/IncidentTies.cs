using System.Globalization;
using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>Everything that an incident rests on, from its own calls and from the settings read before it.</summary>
internal sealed class IncidentTies
{
    private const string OfPlan = "of this incident's response plan";

    private readonly IncidentFile _file;
    private readonly ContactPlans _plans;
    private readonly TieList _ties = new();

    /// <param name="startUtc">When the incident began: whoever is in its plan then is its contact.</param>
    /// <param name="untilUtc">The last second whose changes count: past the start, also what the incident came to rest on while it ran.</param>
    internal IncidentTies(IncidentFile file, ContactPlans plans, ChangeHistory changes, DateTime startUtc, DateTime untilUtc)
    {
        (_file, _plans) = (file, plans);
        AddPlan();
        AddTrigger();
        AddSteps();
        AddMembers(startUtc);
        foreach (var change in file.Plan is { } plan ? changes.About(plan) : [])
        {
            if (change.Call.TimeUtc <= untilUtc && IsOwnPlan(change))
                TakePlan(change.Call);
        }
        AddMembers(startUtc);
        AddMembers(untilUtc);
        AddEarlierMembers(untilUtc);
        TakeSettings(changes, untilUtc);
        TrailTies.Add(_ties, file, changes, untilUtc);
        PlaceTies.Add(_ties, file);
    }

    /// <summary>All of them.</summary>
    internal TieList All => _ties;

    /// <summary>Whether a call changes the replication set of the incident's account; an account has one.</summary>
    internal static bool IsOwnReplicationSet(IncidentCall call, IncidentFile file) =>
        call.Action?.ResourceKind == "replication-set" && file.AccountId is { } account
        && (ResourceName.OfArn(call.Asked("arn"))?.AccountId ?? call.AccountId) == account;

    private void AddPlan()
    {
        if (_file.Plan is not { } plan)
            return;
        const string what = "this incident's response plan";
        _ties.Add(plan, _file.IsPlanNamed ? TrailLink.Certain : TrailLink.Inferred,
            _file.IsPlanNamed ? what : "the response plan of that name in the incident's account; the start, which names the plan, was not read", what);
    }

    private void AddTrigger()
    {
        if (_file.Start is not { } start || ResourceName.OfArn(Beginning.TriggerArn(start)) is not { } trigger)
            return;
        const string what = "what started this incident";
        var isClaimed = Beginning.Origin(start) is TrailIncidentOrigin.Person or TrailIncidentOrigin.Program;
        _ties.Add(trigger, TrailLink.Certain, $"{(isClaimed ? "what the start names as its trigger" : what)}: {trigger.Name}", what);
        if (trigger is { Kind: ResourceKind.EventRule, Parent: { } bus })
        {
            _ties.Add(new ResourceName(ResourceKind.EventBus, bus, trigger.AccountId, trigger.Region), TrailLink.Certain,
                $"the event bus of what started this incident: {trigger.Name}", "the event bus of what started this incident");
        }
    }

    private void AddSteps()
    {
        var roles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (call, link, _, _, _) in _file.Calls.OrderBy(c => c.Link))
        {
            if (call.Caller.IssuerArn is { } role && roles.Add(role))
                AddRole(role, link, link == TrailLink.Certain ? "called in this incident" : "made a call that is probably of this incident");
            if (call.Is("StartAutomationExecution"))
                AddRunbook(call, link);
            foreach (var topic in NamedTopics.In(call.Request))
                _ties.Add(ResourceName.OfArn(topic), link, "a topic of this incident's chat channel or notifications", "a topic of this incident");
        }
        foreach (var engagement in _file.Engagements)
            AddContact(engagement.Contact, TrailLink.Certain, "was engaged in this incident");
        foreach (var page in _file.Calls.Where(c => c.Call.Is("AcceptPage") && c.Candidates == 1 && c.Grade != LinkGrade.Time))
            AddContact(ContactName.OfItem(page.Call.Asked("pageId"), page.Call), TrailLink.Inferred, "was paged, probably for this incident");
    }

    private void AddRunbook(IncidentCall call, TrailLink link)
    {
        _ties.Add(ResourceName.Of(ResourceKind.Document, call.Asked("documentName"), call), link, "the runbook that ran in this incident", "a runbook of this incident");
        const string what = "a run of a runbook for this incident";
        _ties.Add(ResourceName.Of(ResourceKind.Automation, Field.Text(call.Response?["automationExecutionId"]), call), link, $"{what}: {call.Asked("documentName")}", what);
    }

    private bool IsOwnPlan(EarlierChange change) => change.Call.Action?.ResourceKind == "response-plan"
        && _file.Plan is { } plan && change.Things.Any(t => t.Compare(plan) != Sameness.Other);

    // What a later call sets in a field is in place of what an earlier one set there.
    private void TakePlan(IncidentCall call)
    {
        var request = call.Request;
        if (request?["engagements"] is object[] engagements)
        {
            foreach (var contact in engagements.OfType<string>())
                AddContact(ContactName.Of(contact, call), TrailLink.Inferred, $"was in the engagements {OfPlan} on {call.TimeUtc?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        }
        if (request?["actions"] is object[] actions)
        {
            _ties.Supersede(call, TieSetting.Actions);
            foreach (var automation in actions.Select(a => Field.Of(a, "ssmAutomation")))
            {
                AddRole(Field.Text(automation, "roleArn"), TrailLink.Certain, $"runs a runbook {OfPlan}, as last seen in what was read", TieSetting.Actions);
                var isPlans = !string.Equals(Field.Text(automation, "targetAccount"), "IMPACTED_ACCOUNT", StringComparison.OrdinalIgnoreCase);
                _ties.Add(ResourceName.Of(ResourceKind.Document, Field.Text(automation, "documentName"), isPlans ? _file.Plan?.AccountId : null, _file.Start?.Region),
                    TrailLink.Certain, $"the runbook {OfPlan}, as last seen in what was read", "the runbook of this incident's response plan", TieSetting.Actions);
            }
        }
        if (request?["chatChannel"] is not null || NamedTopics.In(request).Any())
            _ties.Supersede(call, TieSetting.Topics);
        foreach (var topic in NamedTopics.In(request))
            _ties.Add(ResourceName.OfArn(topic), TrailLink.Certain, $"a topic {OfPlan}, as last seen in what was read", "a topic of this incident's response plan", TieSetting.Topics);
    }

    // In order of time, those alone that have to do with what is known to be the incident's: each may tell of more, which
    // later ones may be about.
    private void TakeSettings(ChangeHistory changes, DateTime untilUtc)
    {
        var open = new SortedDictionary<int, EarlierChange>();
        Await(changes.ReplicationSets, after: -1);
        if (_file.Plan is { } plan)
            Await(changes.Starting(plan), after: -1);
        var known = 0;
        var awaited = new HashSet<ResourceName>(ResourceName.NamedLike);
        for (var last = -1; ;)
        {
            for (; known < _ties.Count; known++)
            {
                // Changes about one name are found together.
                if (awaited.Add(_ties[known].Thing))
                    Await(changes.About(_ties[known].Thing), last);
            }
            if (open.Count == 0)
                return;
            (last, var change) = open.First();
            open.Remove(last);
            TakeSettings(change);
        }

        void Await(IReadOnlyList<EarlierChange> found, int after)
        {
            foreach (var change in found)
            {
                if (change.Place > after && change.Call.TimeUtc <= untilUtc)
                    open[change.Place] = change;
            }
        }
    }

    private void TakeSettings(EarlierChange change)
    {
        var (call, things) = (change.Call, change.Things);
        if (IsOwnReplicationSet(call, _file))
            ReplicationSetKeys.Take(call, _ties);
        if (_file.Plan is { } plan && ChangedThings.StartedBy(call).Any(t => t.Compare(plan) == Sameness.Same))
        {
            var what = call.Service == "events" ? "an event rule with this incident's response plan as a target" : "an alarm whose actions start incidents of this incident's response plan";
            foreach (var thing in things)
                _ties.Add(thing, TrailLink.Inferred, $"{what}, as last seen in what was read", what);
        }
        if (call.Service is not (IncidentManagerSources.Contacts or "ram" or "chatbot" or "events" or "monitoring" or "sns" or "iam") || _ties.Find(things) is not (var tie, _, Sameness.Same))
            return;
        // What is done to a rotation later names none of its contacts.
        if (tie.Thing.Kind == ResourceKind.Contact)
        {
            foreach (var rotation in things.Where(t => t.Kind == ResourceKind.Rotation))
                _ties.Add(rotation, TrailLink.Inferred, $"a rotation that had {tie.Thing.Name}: {tie.Basis}", $"a rotation that had {tie.What}");
        }
        foreach (var thing in things.Where(t => t.Kind is ResourceKind.ResourceShare or ResourceKind.ChatConfiguration))
            _ties.Add(thing, tie.Link, $"{(thing.Kind == ResourceKind.ResourceShare ? "a resource share" : "a chat configuration")} that had {tie.Thing.Name}, {tie.What}", $"the one that has {tie.What}");
        if (call.Is("PutTargets"))
        {
            foreach (var role in (call.Request?["targets"] as object[] ?? []).Select(t => Field.Text(t, "roleArn")))
                AddRole(role, tie.Link, "starts incidents for the event rule");
        }
        if (tie.Thing.Kind == ResourceKind.Role && ResourceName.OfArn(call.Asked("policyArn")) is { } policy)
        {
            if (call.Is("AttachRolePolicy"))
                _ties.Add(policy, TrailLink.Inferred, $"a policy attached to the role {tie.Thing.Name}, as last seen in what was read: {tie.Basis}", $"a policy of {tie.What}");
            else if (call.Is("DetachRolePolicy"))
                _ties.End(policy, $"a policy that was attached to the role {tie.Thing.Name} until {call.TimeUtc?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        }
        foreach (var child in CompositeAlarmRule.Children(call))
            _ties.Add(child, TrailLink.Inferred, $"an alarm in the rule of {tie.Thing.Name}, as last seen in what was read", "an alarm in the rule of what started this incident");
        // Nobody can publish to a topic whose key cannot be used.
        if (tie.Thing.Kind == ResourceKind.Topic && call.Is("SetTopicAttributes") && call.Asked("attributeName") == "KmsMasterKeyId")
        {
            _ties.Add(ResourceName.Of(ResourceKind.Key, call.Asked("attributeValue"), call), TrailLink.Inferred,
                $"the key of the topic {tie.Thing.Name}, {tie.What}, as last seen in what was read", $"the key of {tie.What}");
        }
    }

    private void AddMembers(DateTime timeUtc) =>
        AddMembers((owner, met) => _plans.MembersOf(owner, timeUtc, met), ", as last seen in what was read");

    // Whoever is first taken out of a plan and then silenced is not in it at the start.
    private void AddEarlierMembers(DateTime timeUtc) =>
        AddMembers((owner, met) => _plans.EarlierMembersOf(owner, timeUtc, met), " at other times only, as seen in what was read");

    private void AddMembers(Func<ResourceName, HashSet<ResourceName>, IEnumerable<ResourceName>> membersOf, string when)
    {
        var met = new HashSet<ResourceName>();
        foreach (var owner in _ties.Contacts())
        {
            foreach (var member in membersOf(owner, met))
            {
                if (member.Kind == ResourceKind.Rotation)
                    _ties.Add(member, TrailLink.Inferred, $"a rotation in the plan of contact {owner.Name}{when}", "a rotation of this incident's contacts");
                else
                    AddContact(member, TrailLink.Inferred, $"is in the plan of {owner.Name}{when}");
            }
        }
    }

    private void AddContact(ResourceName? contact, TrailLink link, string basis) =>
        _ties.Add(contact, link, $"contact {contact?.Name} {basis}", "the contact of this incident");

    private void AddRole(string? arn, TrailLink link, string basis, TieSetting setting = TieSetting.None)
    {
        var role = ResourceName.OfArn(arn);
        if (role?.Kind == ResourceKind.Role)
            _ties.Add(role, link, $"role {role.Name} {basis}", "a role of this incident", setting);
    }
}
