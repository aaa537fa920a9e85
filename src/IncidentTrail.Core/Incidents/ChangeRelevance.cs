using IncidentTrail.Actions;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents;

/// <summary>What a change has to do with an incident: the trail itself, its plan and contacts, or nothing that a record tells.</summary>
internal sealed class ChangeRelevance
{
    private readonly IncidentFile _file;
    private readonly HashSet<string?> _accounts;
    private readonly HashSet<string> _roles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(ContactName Contact, TrailLink Link, string Basis)> _contacts = [];
    private readonly string? _trigger;
    // A shared plan's account is not the incident's.
    private readonly string? _planAccount;

    /// <param name="earlier">The calls before the incident's start.</param>
    internal ChangeRelevance(IncidentFile file, IncidentLinking linking, IReadOnlyList<IncidentCall> earlier, DateTime startUtc)
    {
        _file = file;
        var plan = file.Start?.Asked("responsePlanArn");
        _planAccount = IncidentArn.TryParse(plan, out var planArn) ? planArn.AccountId : file.AccountId;
        _accounts = [file.AccountId, .. file.Calls.Select(c => c.Call.AccountId)];
        _trigger = file.Start is { } start && Beginning.TriggerArn(start) is { } arn ? Beginning.TriggerName(arn) : null;
        foreach (var call in file.Calls.Select(c => c.Call))
            AddRole(call.Caller.IssuerArn);
        foreach (var engagement in file.Engagements)
            AddContact(engagement.Contact, TrailLink.Certain, "was engaged in this incident");
        AddMembers(linking.Plans, startUtc);
        foreach (var page in file.Calls.Where(c => c.Call.Is("AcceptPage") && c.Candidates == 1 && c.Grade != LinkGrade.Time))
            AddContact(ContactName.OfItem(page.Call.Asked("pageId"), page.Call.AccountId), TrailLink.Inferred, "was paged, probably for this incident");
        foreach (var call in earlier)
            TakeSettings(call);
        AddMembers(linking.Plans, startUtc);
    }

    /// <summary>Null for a change that is none of this incident's accounts.</summary>
    internal (TrailChangeScope Scope, TrailLink Link, string Basis)? Of(IncidentCall call)
    {
        if (call.Service == "cloudtrail")
            return (TrailChangeScope.Trail, TrailLink.Inferred, "a trail was changed; whether it is one that was read, the record does not tell");
        var tie = call.Service switch
        {
            "ssm-incidents" => OfPlan(call),
            "ssm-contacts" => OfContact(call),
            "monitoring" or "events" => OfTrigger(call),
            "kms" => OfKey(call),
            "iam" => OfRole(call),
            _ => null,
        };
        if (tie is { } found)
            return (TrailChangeScope.Incident, found.Link, found.Basis);
        if (!_accounts.Contains(call.AccountId))
            return null;
        // Roles change all day; one that nothing ties to incidents is none of the roles involved.
        if (call.Service == "iam")
            return NamesIncidents(call) ? (TrailChangeScope.Other, TrailLink.Inferred, "a role or policy whose name speaks of incidents; nothing ties it to this one") : null;
        return (TrailChangeScope.Other, TrailLink.Inferred, "the same account; nothing in what was read ties it to this incident");
    }

    private (TrailLink Link, string Basis)? OfPlan(IncidentCall call) => call.Action?.ResourceKind switch
    {
        "response-plan" when IsOwnPlan(call) => (TrailLink.Certain, "this incident's response plan"),
        "resource-policy" when IsOwnPlan(call) => (TrailLink.Certain, "the sharing of this incident's response plan"),
        "replication-set" when call.AccountId == _file.AccountId => (TrailLink.Certain, "the replication set that all incidents of the account are in"),
        _ => null,
    };

    private bool IsOwnPlan(IncidentCall call)
    {
        var named = Field.Text(call.Response?["arn"]) ?? call.Asked("arn") ?? call.Asked("resourceArn") ?? call.Asked("name");
        if (named is null || _file.Parts?.Name is not { } plan)
            return false;
        return IncidentArn.TryParse(named, out var arn)
            ? string.Equals(arn.Name, plan, StringComparison.OrdinalIgnoreCase) && (arn.AccountId is null || arn.AccountId == _file.AccountId || arn.AccountId == _planAccount)
            : string.Equals(ArnText.LastPart(named), plan, StringComparison.OrdinalIgnoreCase);
    }

    private (TrailLink Link, string Basis)? OfContact(IncidentCall call)
    {
        foreach (var name in ChangeText.ContactsOf(call))
        {
            var match = _contacts.Find(c => c.Contact.Fits(name));
            if (match.Basis is not null)
                return (match.Link, $"contact {name.Alias} {match.Basis}");
        }
        return null;
    }

    private (TrailLink Link, string Basis)? OfTrigger(IncidentCall call) =>
        _trigger is not null && ChangeText.Named(call).Contains(_trigger, StringComparer.Ordinal)
            ? (TrailLink.Certain, $"what started this incident: {_trigger}") : null;

    private (TrailLink Link, string Basis)? OfKey(IncidentCall call) =>
        call.Asked("keyId") is { } key && _keys.Contains(ArnText.LastPart(key))
            ? (TrailLink.Certain, "a key of the replication set") : null;

    private (TrailLink Link, string Basis)? OfRole(IncidentCall call) =>
        call.Asked("roleName") is { } role && _roles.Contains(role)
            ? (TrailLink.Certain, $"role {role} called in this incident or is in its response plan") : null;

    private static bool NamesIncidents(IncidentCall call) =>
        call.Asked("roleName")?.Contains("incident", StringComparison.OrdinalIgnoreCase) == true
        || call.Asked("policyArn")?.Contains("incident", StringComparison.OrdinalIgnoreCase) == true;

    private void TakeSettings(IncidentCall call)
    {
        if (call.Action?.ResourceKind == "replication-set" && call.Request is { } set)
            TakeKeys(set);
        if (call.Action?.ResourceKind != "response-plan" || !IsOwnPlan(call))
            return;
        foreach (var contact in (call.Request?["engagements"] as object[] ?? []).OfType<string>())
            AddContact(ContactName.Of(contact, call.AccountId), TrailLink.Inferred, $"was in the engagements of this incident's response plan on {call.TimeUtc:yyyy-MM-dd}");
        foreach (var action in call.Request?["actions"] as object[] ?? [])
            AddRole(Field.Text(Field.Of(action, "ssmAutomation"), "roleArn"));
    }

    private void TakeKeys(object? value)
    {
        if (value is object[] items)
        {
            foreach (var item in items)
                TakeKeys(item);
        }
        else if (value is TrailObject members)
        {
            if (Field.Text(members["sseKmsKeyId"]) is { } key)
                _keys.Add(ArnText.LastPart(key));
            foreach (var member in members.Values)
                TakeKeys(member);
        }
    }

    private void AddMembers(ContactPlans plans, DateTime startUtc)
    {
        foreach (var (contact, _, _) in _contacts.ToList())
        {
            foreach (var member in plans.MembersOf(contact, startUtc))
                AddContact(member, TrailLink.Inferred, $"is in the plan of {contact.Alias}, as last seen in what was read");
        }
    }

    private void AddRole(string? arn)
    {
        if (arn is not null)
            _roles.Add(ArnText.LastPart(arn));
    }

    private void AddContact(ContactName contact, TrailLink link, string basis)
    {
        if (contact.Alias is not null && !_contacts.Exists(c => c.Contact == contact))
            _contacts.Add((contact, link, basis));
    }
}
