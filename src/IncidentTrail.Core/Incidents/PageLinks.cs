namespace IncidentTrail.Incidents;

/// <summary>
/// Finds the incident that an AcceptPage belongs to. The call names a page and no incident, so the link is always
/// inferred: from the alias in the page's ARN where it can be, from the time alone where it cannot.
/// </summary>
internal sealed class PageLinks(IReadOnlyList<IncidentFile> incidents, EngagementIndex engagements, ContactPlans plans)
{
    private const string TimeAlone = "time only: the incident was open; nothing else ties the page to it";

    /// <summary>Links the call to each incident that it fits best.</summary>
    internal void Link(IncidentCall call)
    {
        if (call.TimeUtc is not { } time)
            return;
        var page = ContactName.OfItem(call.Asked("pageId"), call);
        var fits = new List<(IncidentFile Incident, LinkGrade Grade, string Basis)>();
        foreach (var incident in incidents)
        {
            if (Fit(incident, page, call, time) is var (grade, basis))
                fits.Add((incident, grade, basis));
        }
        if (fits.Count == 0)
            return;
        var best = fits.Min(f => f.Grade);
        fits.RemoveAll(f => f.Grade != best);
        // An engagement that is of no incident may have sent the page as well.
        var apart = best == LinkGrade.Alias
            && page is not null
            && engagements.All.Any(e => e.Incident is null && e.IsUnderWayAt(time) && e.IsOf(page)) ? 1 : 0;
        foreach (var (incident, _, basis) in fits)
            incident.Link(call, TrailLink.Inferred, basis, fits.Count + apart, best);
    }

    private (LinkGrade Grade, string Basis)? Fit(IncidentFile incident, ResourceName? page, IncidentCall call, DateTime time)
    {
        if (!(incident.FirstUtc <= time))
            return null;
        // Asked of every incident for every page: most engaged nobody, as far as was read.
        if (incident.Engagements.Count == 0)
            return incident.IsOpenAt(time) && IsByTime(incident, incident.StartUtc ?? incident.FirstUtc, page, call, time) ? (LinkGrade.Time, TimeAlone) : null;
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
        return IsByTime(incident, since, page, call, time)
            ? (LinkGrade.Time, page is not null && underWay.Count > 0
                ? $"time only: the incident was open; {page.Name} is in no engagement of it{Plans(plansEngaged, time)}"
                : TimeAlone)
            : null;
    }

    private static bool IsByTime(IncidentFile incident, DateTime? sinceUtc, ResourceName? page, IncidentCall call, DateTime timeUtc) =>
        timeUtc - sinceUtc <= EngineLimits.PageHorizon
        && IsSamePlace(incident, page is null ? call.AccountId : page.AccountId, page is null ? call.Region : page.Region);

    // That somebody is in no plan can be said of plans that were read.
    private string Plans(List<ResourceName> engaged, DateTime time)
    {
        var unread = engaged.Where(p => !plans.WasRead(p, time)).Select(p => p.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        return unread.Count == 0 ? ", and in no plan of these, as last seen in what was read"
            : $"; whom the plan of {string.Join(", ", unread)} pages is not in what was read";
    }

    // What the time alone ties must at least be of the incident's accounts and Regions.
    private static bool IsSamePlace(IncidentFile incident, string? accountId, string? region) =>
        (accountId is null || incident.AccountId is null || accountId == incident.AccountId || incident.Places.HasAccount(accountId))
        && (region is null || incident.Places.MayBeIn(region));
}
