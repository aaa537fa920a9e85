using IncidentTrail.Json;

namespace IncidentTrail.Incidents;

/// <summary>Contacts who take the place of a rotation's for a span. A span's end that cannot be read is not known to be over.</summary>
internal sealed class RotationOverride(IncidentCall call, ResourceName rotation, IReadOnlyList<ResourceName> members)
{
    private readonly DateTime? _fromUtc = RequestTime.Parse(call.Request?["startTime"]);
    private readonly DateTime? _toUtc = RequestTime.Parse(call.Request?["endTime"]);
    private DateTime? _endedUtc;

    internal string? Id { get; } = Field.Text(call.Response?["rotationOverrideId"]);

    internal IReadOnlyList<ResourceName> Members { get; } = members;

    internal bool IsOf(ResourceName other) => rotation.Compare(other) != Sameness.Other;

    /// <summary>It, or its rotation, was deleted.</summary>
    internal void End(DateTime timeUtc) => _endedUtc ??= timeUtc;

    internal bool IsMadeBy(DateTime timeUtc) => call.TimeUtc <= timeUtc;

    internal bool IsUnderWayAt(DateTime timeUtc) =>
        IsMadeBy(timeUtc) && !(_fromUtc > timeUtc) && !(_toUtc <= timeUtc) && !(_endedUtc <= timeUtc);
}
