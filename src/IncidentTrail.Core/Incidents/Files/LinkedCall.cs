using IncidentTrail.Incidents.Calls;

namespace IncidentTrail.Incidents.Files;

/// <summary>A call with what ties it to an incident.</summary>
/// <param name="Candidates">How many incidents it fits equally well.</param>
internal readonly record struct LinkedCall(IncidentCall Call, TrailLink Link, string Basis, int Candidates, LinkGrade Grade);
