using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Linking;

/// <summary>
/// Finds the incident that an AcceptPage belongs to. The call names a page and no incident, so the link is always
/// inferred: from the alias in the page's ARN where it can be, from the time alone where it cannot.
/// </summary>
internal sealed class PageLinks(IReadOnlyList<IncidentFile> incidents, EngagementIndex engagements, ContactPlans plans)
{
    private const string TimeAlone = "time only: the incident was open; nothing else ties the page to it";

    // Of most trails no page is asked for, and then nothing is made.
    private readonly Lazy<PageTimes> _times = new(() => new PageTimes(incidents, plans));
    private readonly Lazy<PlansNow> _plans = new(() => new PlansNow(plans));
    private readonly Lazy<LooseEngagements> _loose = new(() => new LooseEngagements(engagements.All, plans));

    /// <summary>Links the call to each incident that it fits best; the next one may be no earlier.</summary>
    internal void Link(IncidentCall call)
    {
        if (call.TimeUtc is not { } time)
            return;
        _times.Value.GoTo(time);
        var page = ContactName.OfItem(call.Asked("pageId"), call);
        var (grade, fits) = Fits(page, call, time);
        // An engagement that is of no incident may have sent the page as well, or better than what fits less well than its alias.
        var apart = fits.Count > 0 && page is not null && MayBeOfNoIncident(page, grade, time) ? 1 : 0;
        foreach (var (incident, basis) in fits)
        {
            incident.Link(call, TrailLink.Inferred, basis, fits.Count + apart, grade);
            Linked(incident, call);
        }
    }

    /// <summary>A call was linked to an incident: pages of its account may belong to it.</summary>
    internal void Linked(IncidentFile incident, IncidentCall call)
    {
        if (_times.IsValueCreated)
            _times.Value.Linked(incident, call);
    }

    private bool MayBeOfNoIncident(ResourceName page, LinkGrade grade, DateTime time) => _loose.Value.IsUnderWay(page, time)
        || (grade != LinkGrade.Alias && _loose.Value.WithPlansUnderWay(time).Any(contact => _plans.Value.Pages(contact, page, time)));

    // Where the better grades fit none, the next one counts.
    private (LinkGrade Grade, List<(IncidentFile Incident, string Basis)> Fits) Fits(ResourceName? page, IncidentCall call, DateTime time)
    {
        if (page is not null)
        {
            if (ByAlias(page, time) is { Count: > 0 } byAlias)
                return (LinkGrade.Alias, byAlias);
            if (ByPlan(page, time) is { Count: > 0 } byPlan)
                return (LinkGrade.Plan, byPlan);
            if (ByAliasAfterResolution(page, time) is { Count: > 0 } after)
                return (LinkGrade.AliasAfterResolution, after);
            if (ByPlanAfterResolution(page, time) is { Count: > 0 } planAfter)
                return (LinkGrade.PlanAfterResolution, planAfter);
        }
        return (LinkGrade.Time, [.. ByTime(page, call, time)]);
    }

    // Whoever is engaged for an incident that was resolved is paged as well as for one that is open.
    private List<(IncidentFile, string)> ByAlias(ResourceName page, DateTime time)
    {
        var open = $"the page and an open engagement of this incident have the alias {page.Name}";
        var since = open + ", which was made after the incident was resolved";
        var contacts = _times.Value.Named(page).ToList();
        return
        [
            .. contacts.SelectMany(c => c.UnresolvedAt(time)).Select(e => e.Incident.File).Distinct().Select(f => (f, open)),
            .. contacts.SelectMany(c => c.EngagedSinceResolution(time)).Select(e => e.Incident.File).Distinct().Select(f => (f, since)),
        ];
    }

    private List<(IncidentFile, string)> ByAliasAfterResolution(ResourceName page, DateTime time)
    {
        var basis = $"the page and an engagement of this incident have the alias {page.Name}; the incident was resolved before";
        return [.. _times.Value.Named(page).SelectMany(c => c.ResolvedAt(time)).Select(e => e.Incident.File).Distinct().Select(f => (f, basis))];
    }

    private List<(IncidentFile, string)> ByPlanAfterResolution(ResourceName page, DateTime time) =>
    [
        .. _times.Value.WithPlans.Where(c => _plans.Value.Pages(c.Contact, page, time)).SelectMany(c => c.ResolvedAt(time))
            .Where(e => !(e.Incident.File.DeletedUtc < time)).DistinctBy(e => e.Incident)
            .Select(e => (e.Incident.File, $"{page.Name} is in the plan of {e.Among.Contact.Name}, which was engaged, as last seen in what was read; the incident was resolved before")),
    ];

    // Of several that page it the one counts that was engaged first, and one of an open incident before one made since.
    private List<(IncidentFile, string)> ByPlan(ResourceName page, DateTime time)
    {
        var first = new Dictionary<IncidentFile, (int Place, string Plan)>(ReferenceEqualityComparer.Instance);
        var since = new Dictionary<IncidentFile, (int Place, string Plan)>(ReferenceEqualityComparer.Instance);
        foreach (var contacts in _times.Value.WithPlans)
        {
            if (!_plans.Value.Pages(contacts.Contact, page, time))
                continue;
            foreach (var (engaged, engagement) in contacts.OpenAt(time))
                AddFirst(first, engaged, engagement);
            foreach (var engaged in contacts.EngagedSinceResolution(time))
            {
                if (!(engaged.Incident.File.DeletedUtc < time))
                    AddFirst(since, engaged, engaged.LastUnderWayAt(time)!);
            }
        }
        return
        [
            .. first.Select(f => (f.Key, $"{page.Name} is in the plan of {f.Value.Plan}, which was engaged, as last seen in what was read")),
            .. since.Select(f => (f.Key, $"{page.Name} is in the plan of {f.Value.Plan}, which was engaged after the incident was resolved, as last seen in what was read")),
        ];
    }

    private static void AddFirst(Dictionary<IncidentFile, (int Place, string Plan)> first, EngagedContact engaged, Engagement engagement)
    {
        var place = engagement.Call.Place;
        if (!first.TryGetValue(engaged.Incident.File, out var known) || place < known.Place)
            first[engaged.Incident.File] = (place, engaged.Among.Contact.Name);
    }

    private IEnumerable<(IncidentFile, string)> ByTime(ResourceName? page, IncidentCall call, DateTime time)
    {
        var (account, region) = page is null ? (call.AccountId, call.Region) : (page.AccountId, page.Region);
        foreach (var incident in _times.Value.RecentAt(account, time))
        {
            // What the time alone ties must at least be of the incident's accounts and Regions.
            if (region is not null && !incident.File.Places.MayBeIn(region))
                continue;
            if (page is null || incident.LastUnderWayAt(time) is null)
            {
                yield return (incident.File, TimeAlone);
                continue;
            }
            var engaged = incident.EngagedAt(time).ToList();
            // Whom a plan pages at other times only, it did not page now.
            if (engaged.Exists(p => p.HasPlan && _plans.Value.PagesAtOtherTimesOnly(p.Contact, page, time)))
                continue;
            yield return (incident.File, $"time only: the incident was open; {page.Name} is in no engagement of it{Plans(engaged, time)}");
        }
    }

    // That somebody is in no plan can be said of plans that were read.
    private string Plans(List<EngagedContacts> engaged, DateTime time)
    {
        var unread = engaged.Where(p => !p.HasPlan || !_plans.Value.WasRead(p.Contact, time))
            .Select(p => p.Contact.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        return unread.Count == 0 ? ", and in no plan of these, as last seen in what was read"
            : $"; whom the plan of {string.Join(", ", unread)} pages is not in what was read";
    }
}
