using IncidentTrail.Actions;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents;

/// <summary>
/// Whom an escalation plan or on-call schedule pages, as last seen in the calls that made or changed it. The plan's
/// state before the first of these calls is not known.
/// </summary>
internal sealed class ContactPlans
{
    private readonly List<(DateTime TimeUtc, ContactName Owner, IReadOnlyList<ContactName> Members)> _seen = [];

    internal void Add(IncidentCall call)
    {
        if (!call.Counts || call.TimeUtc is not { } time)
            return;
        if (call.Is("CreateContact"))
            Add(time, call, Owner(call, "contactArn", "alias"));
        else if (call.Is("UpdateContact") && call.Request?["plan"] is not null)
            Add(time, call, ContactName.Of(call.Asked("contactId"), call.AccountId));
        else if ((call.Is("CreateRotation") || call.Is("UpdateRotation")) && call.Request?["contactIds"] is { } contacts)
            AddRotation(time, call, contacts);
    }

    /// <summary>Whether a contact is paged by another's plan, as last seen at that time.</summary>
    internal bool Pages(ContactName owner, ContactName contact, DateTime timeUtc) =>
        MembersOf(owner, timeUtc).Any(m => m.Fits(contact));

    /// <summary>Everybody whom a plan pages, plans in plans included, as last seen at that time.</summary>
    internal IEnumerable<ContactName> MembersOf(ContactName owner, DateTime timeUtc)
    {
        var met = new HashSet<ContactName> { owner };
        var open = new Queue<ContactName>([owner]);
        while (open.TryDequeue(out var plan))
        {
            foreach (var member in _seen.LastOrDefault(s => s.TimeUtc <= timeUtc && s.Owner.Fits(plan)).Members ?? [])
            {
                if (!met.Add(member))
                    continue;
                open.Enqueue(member);
                yield return member;
            }
        }
    }

    private void Add(DateTime time, IncidentCall call, ContactName owner)
    {
        var plan = Field.Object(call.Request?["plan"]);
        var members = new List<ContactName>();
        foreach (var stage in plan?["stages"] as object[] ?? [])
        {
            foreach (var target in Field.Of(stage, "targets") as object[] ?? [])
            {
                if (Field.Text(Field.Of(target, "contactTargetInfo"), "contactId") is { } contact)
                    members.Add(ContactName.Of(contact, call.AccountId));
            }
        }
        members.AddRange((plan?["rotationIds"] as object[] ?? []).OfType<string>().Select(Rotation));
        _seen.Add((time, owner, members));
    }

    private void AddRotation(DateTime time, IncidentCall call, object contacts)
    {
        if ((Field.Text(call.Response?["rotationArn"]) ?? call.Asked("rotationId")) is { } rotation)
            _seen.Add((time, Rotation(rotation), Names(contacts, call.AccountId)));
    }

    private static ContactName Owner(IncidentCall call, string element, string parameter) =>
        ContactName.Of(Field.Text(call.Response?[element]) ?? call.Asked(parameter), call.AccountId);

    // Rotations stand among the contacts under a name that no alias can have.
    private static ContactName Rotation(string text) => new("rotation " + ArnText.LastPart(text), null);

    private static List<ContactName> Names(object? ids, string? accountId) =>
        [.. (ids as object[] ?? []).OfType<string>().Select(id => ContactName.Of(id, accountId))];
}
