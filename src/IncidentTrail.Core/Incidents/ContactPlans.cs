using IncidentTrail.Json;

namespace IncidentTrail.Incidents;

/// <summary>
/// Whom an escalation plan or on-call schedule pages, as last seen in the calls that made or changed it, its rotations and
/// their overrides. The plan's state before the first of these calls is not known.
/// </summary>
internal sealed class ContactPlans
{
    private readonly List<(DateTime TimeUtc, DateTime FromUtc, ResourceName Owner, IReadOnlyList<ResourceName> Members)> _seen = [];
    private readonly List<RotationOverride> _overrides = [];

    internal void Add(IncidentCall call)
    {
        if (!call.Counts || call.TimeUtc is not { } time)
            return;
        switch (call.Name)
        {
            case "CreateContact":
                See(time, ContactName.Of(Field.Text(call.Response?["contactArn"]) ?? call.Asked("alias"), call), OfPlan(call));
                break;
            case "UpdateContact" when (call.Request?["plan"] is not null):
                See(time, ContactName.Of(call.Asked("contactId"), call), OfPlan(call));
                break;
            case "DeleteContact":
                See(time, ContactName.Of(call.Asked("contactId"), call), []);
                break;
            case "CreateRotation" or "UpdateRotation" when (call.Request?["contactIds"] is not null):
                See(time, RotationOf(call), Contacts(call.Request["contactIds"], call), RequestTime.Parse(call.Request["startTime"]));
                break;
            case "DeleteRotation":
                See(time, RotationOf(call), []);
                End(RotationOf(call), time);
                break;
            case "CreateRotationOverride":
                if (RotationOf(call) is { } overridden)
                    _overrides.Add(new RotationOverride(call, overridden, Contacts(call.Request?["newContactIds"], call)));
                break;
            case "DeleteRotationOverride":
                End(call.Asked("rotationOverrideId"), RotationOf(call), time);
                break;
        }
    }

    private void End(ResourceName? rotation, DateTime timeUtc)
    {
        foreach (var made in _overrides.Where(o => rotation is not null && o.IsOf(rotation)))
            made.End(timeUtc);
    }

    private void End(string? id, ResourceName? rotation, DateTime timeUtc)
    {
        foreach (var made in _overrides.Where(o => o.Id is not null && o.Id == id && (rotation is null || o.IsOf(rotation))))
            made.End(timeUtc);
    }

    /// <summary>The rotation that a call is about.</summary>
    internal static ResourceName? RotationOf(IncidentCall call) =>
        ResourceName.Of(ResourceKind.Rotation, Field.Text(call.Response?["rotationArn"]) ?? call.Asked("rotationId"), call);

    /// <summary>Whether a contact is paged by another's plan, as last seen at that time.</summary>
    internal bool Pages(ResourceName owner, ResourceName contact, DateTime timeUtc) =>
        MembersOf(owner, timeUtc).Any(m => m.Compare(contact) != Sameness.Other);

    /// <summary>
    /// Whether a contact was in another's plan and is so no longer or not at that time: taken out, its rotation deleted, or
    /// outside an override's span.
    /// </summary>
    internal bool PagesAtOtherTimesOnly(ResourceName owner, ResourceName contact, DateTime timeUtc) =>
        !Pages(owner, contact, timeUtc) && Reach(owner, plan => EarlierMembersOf(plan, timeUtc)).Any(m => m.Compare(contact) != Sameness.Other);

    /// <summary>Whether the plan, and each plan and rotation in it, was read. What a personal contact's plan pages is that contact.</summary>
    internal bool WasRead(ResourceName owner, DateTime timeUtc) =>
        IsSeenBy(owner, timeUtc) && MembersOf(owner, timeUtc).All(m => m.Kind != ResourceKind.Rotation || IsSeenBy(m, timeUtc));

    /// <summary>Everybody whom a plan pages, with the plans and rotations in it, as last seen at that time.</summary>
    internal IEnumerable<ResourceName> MembersOf(ResourceName owner, DateTime timeUtc) =>
        Reach(owner, plan => (SeenAt(plan, timeUtc) ?? [])
            .Concat(_overrides.Where(o => o.IsOf(plan) && o.IsUnderWayAt(timeUtc)).SelectMany(o => o.Members)));

    private bool IsSeenBy(ResourceName plan, DateTime timeUtc) =>
        _seen.Exists(s => s.TimeUtc <= timeUtc && s.Owner.Compare(plan) != Sameness.Other);

    private IReadOnlyList<ResourceName>? SeenAt(ResourceName plan, DateTime timeUtc) =>
        _seen.LastOrDefault(s => s.FromUtc <= timeUtc && s.Owner.Compare(plan) != Sameness.Other).Members;

    private IEnumerable<ResourceName> EarlierMembersOf(ResourceName plan, DateTime timeUtc) =>
        _seen.Where(s => s.TimeUtc <= timeUtc && s.Owner.Compare(plan) != Sameness.Other).SelectMany(s => s.Members)
            .Concat(_overrides.Where(o => o.IsOf(plan) && o.IsMadeBy(timeUtc)).SelectMany(o => o.Members));

    private static IEnumerable<ResourceName> Reach(ResourceName owner, Func<ResourceName, IEnumerable<ResourceName>> membersOf)
    {
        var met = new HashSet<ResourceName> { owner };
        var open = new Queue<ResourceName>([owner]);
        while (open.TryDequeue(out var plan))
        {
            foreach (var member in membersOf(plan))
            {
                if (!met.Add(member))
                    continue;
                open.Enqueue(member);
                yield return member;
            }
        }
    }

    // A rotation pages from its own start on, where that comes later than the call.
    private void See(DateTime time, ResourceName? owner, IReadOnlyList<ResourceName> members, DateTime? fromUtc = null)
    {
        if (owner is not null)
            _seen.Add((time, fromUtc > time ? fromUtc.Value : time, owner, members));
    }

    private static List<ResourceName> OfPlan(IncidentCall call)
    {
        var plan = Field.Object(call.Request?["plan"]);
        var members = new List<ResourceName>();
        foreach (var stage in plan?["stages"] as object[] ?? [])
        {
            foreach (var target in Field.Of(stage, "targets") as object[] ?? [])
            {
                if (ContactName.Of(Field.Text(Field.Of(target, "contactTargetInfo"), "contactId"), call) is { } contact)
                    members.Add(contact);
            }
        }
        members.AddRange((plan?["rotationIds"] as object[] ?? []).OfType<string>()
            .Select(id => ResourceName.Of(ResourceKind.Rotation, id, call)).OfType<ResourceName>());
        return members;
    }

    private static List<ResourceName> Contacts(object? ids, IncidentCall call) =>
        [.. (ids as object[] ?? []).OfType<string>().Select(id => ContactName.Of(id, call)).OfType<ResourceName>()];
}
