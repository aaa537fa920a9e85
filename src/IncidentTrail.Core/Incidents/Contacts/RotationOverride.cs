using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Contacts;

/// <summary>Contacts who take the place of a rotation's for a span. A span's end that cannot be read is not known to be over.</summary>
internal sealed class RotationOverride(IncidentCall call, DateTime madeUtc, IReadOnlyList<ResourceName> members)
{
    private readonly DateTime? _fromUtc = RequestTime.Parse(call.Request?["startTime"]);
    private readonly DateTime? _toUtc = RequestTime.Parse(call.Request?["endTime"]);
    private DateTime? _endedUtc;

    internal string? Id { get; } = Field.Text(call.Response?["rotationOverrideId"]);

    internal IReadOnlyList<ResourceName> Members { get; } = members;

    internal DateTime MadeUtc { get; } = madeUtc;

    /// <summary>Its place in the order of time.</summary>
    internal int Place => call.Place;

    /// <summary>When it counts, as ticks: not at its end.</summary>
    internal (long From, long To) Span => (
        Math.Max(MadeUtc.Ticks, _fromUtc?.Ticks ?? long.MinValue),
        Math.Min(_toUtc?.Ticks ?? long.MaxValue, _endedUtc?.Ticks ?? long.MaxValue));

    /// <summary>It, or its rotation, was deleted.</summary>
    internal void End(DateTime timeUtc) => _endedUtc ??= timeUtc;
}
