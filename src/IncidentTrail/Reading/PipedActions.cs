using System.Collections;
using System.Management.Automation;
using IncidentTrail.Contracts;
using IncidentTrail.Incidents.Results;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>The actions that an object of the pipeline names: an event's one, each of a caller's and of an incident's once.</summary>
internal static class PipedActions
{
    /// <summary>Names as patterns, with the service where the object says it; null where the object names no action.</summary>
    public static IEnumerable<(string[] Names, string? Source)>? Of(TrailInput input) => input switch
    {
        OtherInput other => Of(other),
        _ => PipedEvents.Of(input)?.Where(e => e.EventName is not null)
            .Select(e => (Name: e.EventName!, e.EventSource)).Distinct().Select(call => (Literally([call.Name]), call.EventSource)),
    };

    private static IEnumerable<(string[] Names, string? Source)>? Of(OtherInput other)
    {
        var source = other.ValueOf(nameof(TrailAction.EventSource))?.ToString();
        if (other.ValueOf(nameof(TrailAction.EventName))?.ToString() is { Length: > 0 } name)
            return [(Literally([name]), source)];
        return other.ValueOf(nameof(TrailCallerSummary.EventNames)) is IEnumerable many and not string
            ? many.Cast<object?>().Select(one => (Literally([$"{one}"]), source))
            : null;
    }

    // A log may hold any name.
    private static string[] Literally(string[] names) => [.. names.Select(WildcardPattern.Escape)];
}
