using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Contacts;

/// <summary>Whom a plan or rotation was seen to page.</summary>
/// <param name="FromUtc">From when on that counts.</param>
/// <param name="Place">Its place among all that was seen of plans.</param>
/// <param name="Members">Whom it pages.</param>
internal sealed record SeenPlan(DateTime FromUtc, int Place, IReadOnlyList<ResourceName> Members);
