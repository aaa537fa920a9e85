using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Changes;

/// <summary>A change that was read.</summary>
/// <param name="Place">Its place among the changes, in order of time.</param>
/// <param name="Call">The call that made it.</param>
/// <param name="Things">What it is about.</param>
internal sealed record EarlierChange(int Place, IncidentCall Call, IReadOnlyList<ResourceName> Things);
