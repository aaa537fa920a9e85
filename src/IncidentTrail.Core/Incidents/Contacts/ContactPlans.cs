using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Contacts;

/// <summary>
/// Whom an escalation plan or on-call schedule pages, as last seen in the calls that made or changed it, its rotations and
/// their overrides. The plan's state before the first of these calls is not known.
/// </summary>
internal sealed class ContactPlans
{
    private readonly Dictionary<ResourceName, PlanHistory> _histories = [];
    private readonly NameIndex<PlanHistory> _named = new();
    private readonly Dictionary<string, List<RotationOverride>> _overrides = new(StringComparer.Ordinal);
    private readonly Dictionary<ResourceName, List<RotationOverride>> _overridesOf = [];
    private readonly NameIndex<List<RotationOverride>> _overridesNamed = new();
    private int _seen;

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
            case "UpdateRotation" when RotationOf(call) is { } moved && RequestTime.Parse(call.Request?["startTime"]) is { } start:
                HistoryOf(moved);
                foreach (var history in HistoriesOf(moved))
                    history.Move(time, start, _seen++);
                break;
            case "DeleteRotation":
                See(time, RotationOf(call), [], time);
                End(RotationOf(call), time);
                break;
            case "CreateRotationOverride":
                if (RotationOf(call) is { } overridden)
                    Add(new RotationOverride(call, time, Contacts(call.Request?["newContactIds"], call)), overridden);
                break;
            case "DeleteRotationOverride":
                End(call.Asked("rotationOverrideId"), RotationOf(call), time);
                break;
        }
    }

    private void Add(RotationOverride made, ResourceName rotation)
    {
        HistoryOf(rotation).Add(made);
        if (made.Id is not { } id)
            return;
        if (!_overrides.TryGetValue(id, out var list))
            _overrides.Add(id, list = []);
        list.Add(made);
        var named = Named(rotation, id);
        if (!_overridesOf.TryGetValue(named, out list))
        {
            _overridesOf.Add(named, list = []);
            _overridesNamed.Add(named, list);
        }
        list.Add(made);
    }

    private void End(ResourceName? rotation, DateTime timeUtc)
    {
        if (rotation is null)
            return;
        foreach (var history in HistoriesOf(rotation))
            history.End(timeUtc);
    }

    private void End(string? id, ResourceName? rotation, DateTime timeUtc)
    {
        if (id is null)
            return;
        IEnumerable<List<RotationOverride>> named = rotation is not null ? _overridesNamed.Find(Named(rotation, id)).SelectMany(f => f.Found)
            : _overrides.TryGetValue(id, out var all) ? [all] : [];
        foreach (var list in named)
        {
            list.ForEach(made => made.End(timeUtc));
            list.Clear();
        }
    }

    private static ResourceName Named(ResourceName rotation, string id) => rotation with { Name = $"{rotation.Name}/{id}" };

    /// <summary>The rotation that a call is about.</summary>
    internal static ResourceName? RotationOf(IncidentCall call) =>
        ResourceName.Of(ResourceKind.Rotation, Field.Text(call.Response?["rotationArn"]) ?? call.Asked("rotationId"), call);

    /// <summary>The contacts that a call puts into a plan, a rotation or a response plan's engagements.</summary>
    internal static IEnumerable<ResourceName> ContactsSetBy(IncidentCall call) => OfPlan(call).Where(m => m.Kind == ResourceKind.Contact)
        .Concat(Contacts(call.Request?["contactIds"], call)).Concat(Contacts(call.Request?["engagements"], call));

    /// <summary>When whom a plan pages may change, in order of time.</summary>
    internal long[] Turns() => [.. _histories.Values.SelectMany(h => h.Turns()).Distinct().Order()];

    /// <summary>Whether anything was read of a plan, at any time.</summary>
    internal bool IsKnown(ResourceName plan) => HistoriesOf(plan).Any();

    /// <summary>Whether the plan, and each plan and rotation in it, was read. What a personal contact's plan pages is that contact.</summary>
    internal bool WasRead(ResourceName owner, DateTime timeUtc) =>
        IsSeenBy(owner, timeUtc) && MembersOf(owner, timeUtc).All(m => m.Kind != ResourceKind.Rotation || IsSeenBy(m, timeUtc));

    /// <summary>Everybody whom a plan pages, with the plans and rotations in it, as last seen at that time.</summary>
    /// <param name="owner">The plan.</param>
    /// <param name="timeUtc">The time.</param>
    /// <param name="met">Who was met before, and is neither given again nor followed; whoever is met is added.</param>
    internal IEnumerable<ResourceName> MembersOf(ResourceName owner, DateTime timeUtc, HashSet<ResourceName>? met = null) =>
        Reach(owner, met ?? [], plan => PagedBy(plan, timeUtc));

    /// <summary>
    /// Everybody who was in a plan before, or is in it at another time than that: taken out since, their rotation deleted, or outside an
    /// override's span.
    /// </summary>
    internal IEnumerable<ResourceName> EarlierMembersOf(ResourceName owner, DateTime timeUtc, HashSet<ResourceName>? met = null) =>
        Reach(owner, met ?? [], plan => HistoriesOf(plan).SelectMany(h => h.SeenUntil(timeUtc)));

    private bool IsSeenBy(ResourceName plan, DateTime timeUtc) => HistoriesOf(plan).Any(h => h.FirstUtc <= timeUtc);

    private IEnumerable<ResourceName> PagedBy(ResourceName plan, DateTime timeUtc)
    {
        SeenPlan? last = null;
        var histories = HistoriesOf(plan).ToList();
        foreach (var history in histories)
        {
            if (history.At(timeUtc) is { } seen && !(seen.Place < last?.Place))
                last = seen;
        }
        return (last?.Members ?? []).Concat(histories.SelectMany(h => h.OverridingAt(timeUtc)).OrderBy(o => o.Place).SelectMany(o => o.Members));
    }

    private PlanHistory HistoryOf(ResourceName plan)
    {
        if (!_histories.TryGetValue(plan, out var history))
        {
            _histories.Add(plan, history = new PlanHistory());
            _named.Add(plan, history);
        }
        return history;
    }

    private IEnumerable<PlanHistory> HistoriesOf(ResourceName plan) =>
        _histories.Count == 0 ? [] : _named.Find(plan).SelectMany(f => f.Found);

    private static IEnumerable<ResourceName> Reach(
        ResourceName owner, HashSet<ResourceName> met, Func<ResourceName, IEnumerable<ResourceName>> membersOf)
    {
        met.Add(owner);
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

    private void See(DateTime time, ResourceName? owner, IReadOnlyList<ResourceName> members, DateTime? startUtc = null)
    {
        if (owner is not null)
            HistoryOf(owner).See(time, startUtc, _seen++, members);
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
