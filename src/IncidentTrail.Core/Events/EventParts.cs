using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>What few events have or are asked for: apart, so that the others do not hold a place for each.</summary>
/// <param name="envelope">What the object around the record says of it; null for nearly all.</param>
internal sealed class EventParts(RecordEnvelope? envelope)
{
    internal RecordEnvelope? Envelope { get; } = envelope;

    /// <summary>Values as read; null where they were not asked for.</summary>
    internal object? UserIdentity { get; set; }

    internal object? RequestParameters { get; set; }

    internal object? ResponseElements { get; set; }
}
