using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Changes;

/// <summary>A thing that an incident rests on.</summary>
/// <param name="Thing">Its name, with account, Region and parent as far as they are known.</param>
/// <param name="Link">Whether a record ties it to the incident.</param>
/// <param name="Basis">What ties it, as words.</param>
/// <param name="What">What it is for the incident, as words: <c>what started this incident</c>.</param>
/// <param name="Scope">What a change of it is a change of: something of the incident, or the trail that records.</param>
internal sealed record IncidentTie(ResourceName Thing, TrailLink Link, string Basis, string What, TrailChangeScope Scope = TrailChangeScope.Incident);
