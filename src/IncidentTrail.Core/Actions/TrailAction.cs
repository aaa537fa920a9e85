using System.Runtime.CompilerServices;

namespace IncidentTrail;

/// <summary>
/// An API action of Incident Manager, as the catalogue knows it: what it asks for, and where its record names the
/// resource. Names of parameters and elements are those of CloudTrail's records, found there whatever their case.
/// </summary>
public sealed class TrailAction
{
    /// <summary>The name of the action (<c>eventName</c>).</summary>
    public required string EventName { get; init; }

    /// <summary>The service (<c>eventSource</c>): <c>ssm-incidents.amazonaws.com</c> or <c>ssm-contacts.amazonaws.com</c>.</summary>
    public required string EventSource { get; init; }

    /// <summary>The access it asks for, by the service's own model and never by an event's <c>readOnly</c>.</summary>
    public TrailAccess Access { get; init; }

    /// <summary>Which part of Incident Manager it changes; null for Read and List.</summary>
    public TrailCategory? Category { get; init; }

    /// <summary>The kind of resource it is about: <c>incident-record</c>, <c>contact-channel</c>, …</summary>
    public required string ResourceKind { get; init; }

    /// <summary>The request parameter that names the resource; null where none does.</summary>
    public string? RequestParameter { get; init; }

    /// <summary>The response element that names the resource; null where none does, as for every Read and List.</summary>
    public string? ResponseElement { get; init; }

    /// <summary>
    /// Where its record names the incident, with the part of the record: <c>requestParameters.incidentRecordArn</c>;
    /// null where it names none.
    /// </summary>
    public string? IncidentParameter { get; init; }

    /// <summary>Whether AWS's documentation names it and the API does not have it (any more).</summary>
    public bool IsHistorical { get; init; }

    /// <summary>What a reader of its events should know; null where nothing is odd.</summary>
    public string? Note { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => EventName;

    /// <summary>Whether the other is this object, or a text that is the name, ignoring case, as <c>-eq</c> and <c>-ne</c> ask.</summary>
    public override bool Equals(object? obj) =>
        obj is string name ? EventName.Equals(name, StringComparison.OrdinalIgnoreCase) : ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
