namespace IncidentTrail.Incidents;

/// <summary>
/// Finds the incident that an AcceptPage belongs to. The call names a page and no incident, so the link is always
/// inferred: from the alias in the page's ARN where it can be, from the time alone where it cannot.
/// </summary>
internal sealed class PageLinks(IReadOnlyCollection<IncidentFile> incidents, EngagementIndex engagements, ContactPlans plans)
{
    /// <summary>A page is answered within hours; an incident that stays open for months does not collect all pages.</summary>
    private static readonly TimeSpan s_horizon = TimeSpan.FromHours(24);

    /// <summary>Links the call to each incident that it fits best.</summary>
    internal void Link(IncidentCall call)
    {
        if (call.TimeUtc is not { } time)
            return;
        var page = ContactName.OfItem(call.Asked("pageId"), call.AccountId);
        var fits = incidents
            .Select(i => (Incident: i, Fit: Fit(i, page, time)))
            .Where(f => f.Fit is not null)
            .ToList();
        if (fits.Count == 0)
            return;
        var best = fits.Min(f => f.Fit!.Value.Grade);
        var chosen = fits.Where(f => f.Fit!.Value.Grade == best).ToList();
        // An engagement that is of no incident may have sent the page as well.
        var apart = best == LinkGrade.Alias
            && engagements.All.Any(e => e.Incident is null && e.IsUnderWayAt(time) && e.Contact.Fits(page)) ? 1 : 0;
        foreach (var (incident, fit) in chosen)
            incident.Link(call, TrailLink.Inferred, fit!.Value.Basis, chosen.Count + apart, best);
    }

    private (LinkGrade Grade, string Basis)? Fit(IncidentFile incident, ContactName page, DateTime time)
    {
        if (!(incident.FirstUtc <= time))
            return null;
        var open = incident.IsOpenAt(time);
        var underWay = incident.Engagements.Where(e => e.IsUnderWayAt(time)).ToList();
        if (underWay.Any(e => e.Contact.Fits(page)))
        {
            return !incident.IsResolvedBefore(time)
                ? (LinkGrade.Alias, $"the page and an open engagement of this incident have the alias {page.Alias}")
                : (LinkGrade.AliasAfterResolution, $"the page and an engagement of this incident have the alias {page.Alias}; the incident was resolved before");
        }
        if (!open)
            return null;
        if (underWay.Find(e => plans.Pages(e.Contact, page, time)) is { } byPlan)
            return (LinkGrade.Plan, $"{page.Alias} is in the plan of {byPlan.Contact.Alias}, which was engaged, as last seen in what was read");
        var since = underWay.Max(e => e.StartedUtc) ?? incident.StartUtc ?? incident.FirstUtc;
        return time - since <= s_horizon && IsSameAccount(incident, page)
            ? (LinkGrade.Time, page.Alias is not null && underWay.Count > 0
                ? $"time only: the incident was open; {page.Alias} is in no engagement of it, and in no plan of these, that was read"
                : "time only: the incident was open; nothing else ties the page to it")
            : null;
    }

    private static bool IsSameAccount(IncidentFile incident, ContactName page) =>
        page.AccountId is null || incident.AccountId is null || page.AccountId == incident.AccountId
        || incident.Calls.Any(c => c.Call.AccountId == page.AccountId);
}
