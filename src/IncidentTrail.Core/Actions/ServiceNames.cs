namespace IncidentTrail.Actions;

/// <summary>
/// Services that people call otherwise than CloudTrail does: those whose changes bear on incidents. A filter by such a name matches
/// nothing, and nothing would look as if nobody had touched an alarm.
/// </summary>
internal static class ServiceNames
{
    // As EventBridge writes a source.
    private const string EventBridgePrefix = "aws.";

    private static readonly Dictionary<string, (string Service, string Source)> s_called = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cloudwatch"] = ("CloudWatch", "monitoring"),
        ["cloudwatchlogs"] = ("CloudWatch Logs", "logs"),
        ["cloudwatchevents"] = ("EventBridge", "events"),
        ["eventbridge"] = ("EventBridge", "events"),
        ["eventbridgescheduler"] = ("EventBridge Scheduler", "scheduler"),
        ["systemsmanager"] = ("Systems Manager", "ssm"),
        ["identitycenter"] = ("IAM Identity Center", "sso"),
        ["iamidentitycenter"] = ("IAM Identity Center", "sso"),
        ["stepfunctions"] = ("Step Functions", "states"),
    };

    /// <summary>What CloudTrail calls a service that was asked for by another name, in a sentence; null where none is known.</summary>
    internal static string? Doubt(string source)
    {
        var typed = source.EndsWith(IncidentManagerSources.Suffix, StringComparison.OrdinalIgnoreCase) ? source[..^IncidentManagerSources.Suffix.Length] : source;
        var isEventBridges = typed.StartsWith(EventBridgePrefix, StringComparison.OrdinalIgnoreCase);
        if (isEventBridges)
            typed = typed[EventBridgePrefix.Length..];
        var (service, name) = s_called.TryGetValue(typed.Replace("-", null, StringComparison.Ordinal).Replace(" ", null, StringComparison.Ordinal), out var called) ? called
            : isEventBridges ? (typed, typed) : default;
        return name is not { Length: > 0 } ? null : $"CloudTrail records calls to {service} as of {name}{IncidentManagerSources.Suffix}; -EventSource {name} finds them.";
    }
}
