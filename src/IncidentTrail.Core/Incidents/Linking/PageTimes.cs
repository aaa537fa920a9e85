using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Linking;

/// <summary>
/// The incidents that pages may belong to, as of the time of the page that is looked at. Pages are looked at in order of time: what
/// happened to an incident is taken up once, and an incident that no page can belong to any more is not looked at again until
/// something happens to it.
/// </summary>
internal sealed class PageTimes
{
    private readonly Dictionary<IncidentFile, PagedIncident> _incidents = new(ReferenceEqualityComparer.Instance);
    private readonly Turn[] _turns;
    private readonly Dictionary<ResourceName, EngagedContacts> _contacts = [];
    private readonly NameIndex<EngagedContacts> _named = new();
    private readonly List<EngagedContacts> _withPlans = [];
    private readonly ContactPlans _plans;
    private readonly HashSet<PagedIncident> _recent = [];
    private readonly HashSet<PagedIncident> _recentAnywhere = [];
    private readonly Dictionary<string, HashSet<PagedIncident>> _recentOf = new(StringComparer.Ordinal);
    private int _passed;

    /// <param name="incidents">The incidents.</param>
    /// <param name="plans">What was read of plans.</param>
    internal PageTimes(IReadOnlyList<IncidentFile> incidents, ContactPlans plans)
    {
        _plans = plans;
        foreach (var file in incidents.Where(f => f.FirstUtc is not null))
        {
            var incident = new PagedIncident(file);
            _incidents.Add(file, incident);
            if (file.AccountId is { } own)
                incident.Accounts.UnionWith(file.Calls.Select(c => c.Call.AccountId).OfType<string>().Append(own));
        }
        _turns = [.. _incidents.Values.SelectMany(Turns).OrderBy(t => t.Ticks)];
    }

    /// <summary>The contacts that were engaged by then, and page others.</summary>
    internal IReadOnlyList<EngagedContacts> WithPlans => _withPlans;

    /// <summary>Goes on to a time.</summary>
    internal void GoTo(DateTime timeUtc)
    {
        for (; _passed < _turns.Length && _turns[_passed].Ticks <= timeUtc.Ticks; _passed++)
        {
            var turn = _turns[_passed];
            if (turn.Begun is not null)
                turn.Incident.Engage(turn.Begun, ContactsOf);
            turn.Incident.Wake();
            AddRecent(turn.Incident);
        }
    }

    /// <summary>A call was linked to an incident: pages of its account may belong to it.</summary>
    internal void Linked(IncidentFile file, IncidentCall call)
    {
        if (file.AccountId is not null && call.AccountId is { } account && _incidents.TryGetValue(file, out var incident)
            && incident.Accounts.Add(account) && _recent.Contains(incident))
        {
            RecentOf(account).Add(incident);
        }
    }

    /// <summary>The incidents that engaged a contact which may be the one named.</summary>
    internal IEnumerable<EngagedContacts> Named(ResourceName contact) => _named.Find(contact).SelectMany(f => f.Found);

    /// <summary>
    /// The incidents of an account that are open, with when they began or last engaged somebody, if that is not longer ago than a page
    /// is tied to it by time alone.
    /// </summary>
    internal IEnumerable<PagedIncident> RecentAt(string? accountId, DateTime timeUtc)
    {
        foreach (var incident in accountId is null ? _recent : _recentAnywhere.Concat(_recentOf.GetValueOrDefault(accountId, [])))
        {
            if (incident.File.IsOpenAt(timeUtc)
                && timeUtc - (incident.LastUnderWayAt(timeUtc)?.StartedUtc ?? incident.File.StartUtc ?? incident.File.FirstUtc) <= EngineLimits.PageHorizon)
            {
                yield return incident;
            }
            else
                RemoveRecent(incident);
        }
    }

    private void AddRecent(PagedIncident incident)
    {
        if (!_recent.Add(incident))
            return;
        if (incident.Accounts.Count == 0)
            _recentAnywhere.Add(incident);
        foreach (var account in incident.Accounts)
            RecentOf(account).Add(incident);
    }

    private void RemoveRecent(PagedIncident incident)
    {
        _recent.Remove(incident);
        _recentAnywhere.Remove(incident);
        foreach (var account in incident.Accounts)
            RecentOf(account).Remove(incident);
    }

    private HashSet<PagedIncident> RecentOf(string account)
    {
        if (!_recentOf.TryGetValue(account, out var recent))
            _recentOf.Add(account, recent = []);
        return recent;
    }

    private EngagedContacts ContactsOf(ResourceName contact)
    {
        if (!_contacts.TryGetValue(contact, out var contacts))
        {
            _contacts.Add(contact, contacts = new EngagedContacts(contact, _plans.IsKnown(contact)));
            if (contacts.HasPlan)
                _withPlans.Add(contacts);
            _named.Add(contact, contacts);
        }
        return contacts;
    }

    // When something happens that may tie a page to it; what ends a second counts after it.
    private static IEnumerable<Turn> Turns(PagedIncident incident)
    {
        var file = incident.File;
        var first = file.FirstUtc!.Value.Ticks;
        yield return new Turn(first, incident);
        if (file.StartUtc is { } start)
            yield return new Turn(start.Ticks, incident);
        foreach (var (time, status, _) in file.Statuses)
        {
            if (status != "RESOLVED")
                yield return new Turn(time.Ticks + 1, incident);
        }
        foreach (var engagement in file.Engagements)
        {
            if (engagement.StartedUtc is { } begun)
                yield return new Turn(Math.Max(begun.Ticks, first), incident, engagement);
            if (engagement.StoppedUtc is { } stopped)
                yield return new Turn(Math.Max(stopped.Ticks + 1, first), incident);
        }
    }

    private sealed record Turn(long Ticks, PagedIncident Incident, Engagement? Begun = null);
}
