namespace IncidentTrail.Incidents;

/// <summary>
/// Finds the incident that an AcceptPage belongs to. The call names a page and no incident, so the link is always
/// inferred: from the alias in the page's ARN where it can be, from the time alone where it cannot.
/// </summary>
internal sealed class PageLinks(IReadOnlyList<IncidentFile> incidents, EngagementIndex engagements, ContactPlans plans)
{
    /// <summary>Links the call to each incident that it fits best.</summary>
    internal void Link(IncidentCall call)
    {
        if (call.TimeUtc is not { } time)
            return;
        var page = ContactName.OfItem(call.Asked("pageId"), call);
        var fits = incidents
            .Select(i => (Incident: i, Fit: Fit(i, page, call, time)))
            .Where(f => f.Fit is not null)
            .ToList();
        if (fits.Count == 0)
            return;
        var best = fits.Min(f => f.Fit!.Value.Grade);
        var chosen = fits.Where(f => f.Fit!.Value.Grade == best).ToList();
        // An engagement that is of no incident may have sent the page as well.
        var apart = best == LinkGrade.Alias
            && page is not null
            && engagements.All.Any(e => e.Incident is null && e.IsUnderWayAt(time) && e.IsOf(page)) ? 1 : 0;
        foreach (var (incident, fit) in chosen)
            incident.Link(call, TrailLink.Inferred, fit!.Value.Basis, chosen.Count + apart, best);
    }

    private (LinkGrade Grade, string Basis)? Fit(IncidentFile incident, ResourceName? page, IncidentCall call, DateTime time)
    {
        if (!(incident.FirstUtc <= time))
            return null;
        var open = incident.IsOpenAt(time);
        var underWay = incident.Engagements.Where(e => e.IsUnderWayAt(time)).ToList();
        if (page is not null && underWay.Any(e => e.IsOf(page)))
        {
            return !incident.IsResolvedBefore(time)
                ? (LinkGrade.Alias, $"the page and an open engagement of this incident have the alias {page.Name}")
                : (LinkGrade.AliasAfterResolution, $"the page and an engagement of this incident have the alias {page.Name}; the incident was resolved before");
        }
        if (!open)
            return null;
        var plansEngaged = underWay.Select(e => e.Contact).OfType<ResourceName>().ToList();
        if (page is not null && plansEngaged.Find(p => plans.Pages(p, page, time)) is { } byPlan)
            return (LinkGrade.Plan, $"{page.Name} is in the plan of {byPlan.Name}, which was engaged, as last seen in what was read");
        // Whom a plan pages at other times only, it did not page now.
        if (page is not null && plansEngaged.Exists(p => plans.PagesAtOtherTimesOnly(p, page, time)))
            return null;
        var since = underWay.Max(e => e.StartedUtc) ?? incident.StartUtc ?? incident.FirstUtc;
        return time - since <= EngineLimits.PageHorizon && IsSamePlace(incident, page is null ? call.AccountId : page.AccountId, page is null ? call.Region : page.Region)
            ? (LinkGrade.Time, page is not null && underWay.Count > 0
                ? $"time only: the incident was open; {page.Name} is in no engagement of it{Plans(plansEngaged, time)}"
                : "time only: the incident was open; nothing else ties the page to it")
            : null;
    }

    // That somebody is in no plan can be said of plans that were read.
    private string Plans(List<ResourceName> engaged, DateTime time)
    {
        var unread = engaged.Where(p => !plans.WasRead(p, time)).Select(p => p.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        return unread.Count == 0 ? ", and in no plan of these, as last seen in what was read"
            : $"; whom the plan of {string.Join(", ", unread)} pages is not in what was read";
    }

    // What the time alone ties must at least be of the incident's accounts and Regions.
    private static bool IsSamePlace(IncidentFile incident, string? accountId, string? region) =>
        (accountId is null || incident.AccountId is null || accountId == incident.AccountId || incident.Calls.Any(c => c.Call.AccountId == accountId))
        && (region is null || incident.Calls.Any(c => c.Call.Region is null || c.Call.Region == region));
}
