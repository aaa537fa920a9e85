using IncidentTrail.Actions;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Files;

/// <summary>How an incident began, from its first StartIncident. The caller decides: what a request says of its trigger, anyone may write.</summary>
internal static class Beginning
{
    /// <summary>What the StartIncidents that may have made the record have in common; nothing where they differ.</summary>
    internal static T? Agreed<T>(IReadOnlyList<IncidentCall> starts, Func<IncidentCall, T?> of)
    {
        if (starts.Count == 0)
            return default;
        var first = of(starts[0]);
        for (var i = 1; i < starts.Count; i++)
        {
            if (!EqualityComparer<T?>.Default.Equals(of(starts[i]), first))
                return default;
        }
        return first;
    }

    /// <summary>Who or what began it, of each start that may have made the record.</summary>
    internal static string Words(IReadOnlyList<IncidentCall> starts) => Agreed(starts, start => Words(start))
        ?? string.Join(" or ", starts.Select(start => Words(start)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) + ", in one second";

    internal static TrailIncidentOrigin Origin(IncidentCall start)
    {
        var caller = start.Caller;
        if (!caller.IsService && !(caller.ViaService && IsEvents(caller.InvokedBy ?? start.View.Repeated(RecordField.SourceIPAddress))))
            return ProgramCaller.Made(caller, start.View) ? TrailIncidentOrigin.Program : TrailIncidentOrigin.Person;
        if (IsEvents(caller.InvokedBy) || TriggerService(start) == "events")
            return TrailIncidentOrigin.EventRule;
        return IsCloudWatch(caller.InvokedBy) || TriggerService(start) == "cloudwatch"
            ? TrailIncidentOrigin.Alarm
            : TrailIncidentOrigin.Service;
    }

    /// <summary>Who or what began it: the alarm, the event rule, or the caller.</summary>
    internal static string Words(IncidentCall start) => (Origin(start), Trigger(start)) switch
    {
        (TrailIncidentOrigin.Alarm or TrailIncidentOrigin.EventRule, { } trigger) => $"by {trigger}",
        (_, { } trigger) => $"by {Actor.Of(start)}, for {trigger}",
        _ => $"by {Actor.Of(start)}",
    };

    internal static string? TriggerArn(IncidentCall start) => Field.Text(start.Request?["triggerDetails"], "triggerArn");

    internal static DateTime? DetectedUtc(IncidentCall start) =>
        RequestTime.Parse(Field.Of(start.Request?["triggerDetails"], "timestamp"));

    /// <summary>What detected the fault, as words: <c>alarm checkout-5xx-high</c>; null where the call does not say.</summary>
    internal static string? Trigger(IncidentCall start)
    {
        if (TriggerArn(start) is not { } arn)
            return null;
        var name = TriggerName(arn);
        return TriggerService(start) switch
        {
            "cloudwatch" => $"alarm {name}",
            "events" => $"event rule {name}",
            _ => arn,
        };
    }

    // The name at the end of an alarm's or rule's ARN.
    private static string TriggerName(string arn)
    {
        var parts = arn.Split(':');
        return parts.Length > 6 ? string.Join(':', parts[6..]) : ArnText.LastPart(parts[^1]);
    }

    private static string? TriggerService(IncidentCall start) =>
        TriggerArn(start)?.Split(':') is [_, _, var service, ..] ? service : null;

    private static bool IsEvents(string? service) =>
        service is not null && service.StartsWith("events.", StringComparison.OrdinalIgnoreCase);

    private static bool IsCloudWatch(string? service) =>
        service is not null && (service.Contains("cloudwatch", StringComparison.OrdinalIgnoreCase)
            || service.StartsWith("monitoring.", StringComparison.OrdinalIgnoreCase));
}
