using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Files;

/// <summary>An engagement: a contact, escalation plan or schedule that was called in, until somebody ended it.</summary>
internal sealed class Engagement(IncidentCall call, string? arn, ResourceName? contact)
{
    internal IncidentCall Call { get; } = call;

    internal string? Arn { get; } = arn;

    internal ResourceName? Contact { get; } = contact;

    internal DateTime? StartedUtc => Call.TimeUtc;

    internal DateTime? StoppedUtc { get; set; }

    /// <summary>The incident it was made for; null for an engagement of its own.</summary>
    internal IncidentFile? Incident { get; init; }

    internal bool IsUnderWayAt(DateTime timeUtc) => StartedUtc <= timeUtc && !(StoppedUtc < timeUtc);
}
