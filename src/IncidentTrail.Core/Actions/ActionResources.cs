using IncidentTrail.Json;

namespace IncidentTrail.Actions;

/// <summary>Finds the resource and the incident that a call was about, where the catalogue says they are named.</summary>
internal static class ActionResources
{
    /// <summary>
    /// The resource: what the answer, the request or the incident's parameter names, an ARN before a bare id. The
    /// incident: the incident record's ARN; where the caller gave a bare id in a parameter that can name nothing else,
    /// that id as given. An ARN of another kind is never taken for an incident.
    /// </summary>
    public static (string? ResourceArn, string? IncidentRecordArn) Find(
        TrailAction? action, object? requestParameters, object? responseElements)
    {
        var request = Field.Object(requestParameters);
        var response = Field.Object(responseElements);
        var byRecordArn = OnlyIncidentRecord(Text(request, "incidentRecordArn"));
        if (action is null)
            return (null, byRecordArn);

        var named = ByPath(action.IncidentParameter, request, response);
        var resource = FirstArnElseText(
            Text(response, action.ResponseElement), Text(request, action.RequestParameter), named)
            ?? AnyArn(request) ?? AnyArn(response);
        var incident = IncidentOrBareId(named) ?? byRecordArn
            ?? OnlyIncidentRecord(Text(response, "incidentRecordArn")) ?? OnlyIncidentRecord(resource);
        return (resource, incident);
    }

    private static string? ByPath(string? path, TrailObject? request, TrailObject? response)
    {
        if (path is null)
            return null;
        var dot = path.IndexOf('.');
        return Text(path.StartsWith("response", StringComparison.Ordinal) ? response : request, path[(dot + 1)..]);
    }

    private static string? FirstArnElseText(params ReadOnlySpan<string?> candidates)
    {
        string? first = null;
        foreach (var candidate in candidates)
        {
            if (IsArn(candidate))
                return candidate;
            first ??= candidate;
        }

        return first;
    }

    // For actions whose parameters are not documented, or are named otherwise than expected.
    private static string? AnyArn(TrailObject? members)
    {
        foreach (var value in members?.Values ?? Array.Empty<object>())
        {
            if (value is string text && IncidentArn.TryParse(Plain(text), out _))
                return Plain(text);
        }

        return null;
    }

    private static string? IncidentOrBareId(string? text) => IsArn(text) ? OnlyIncidentRecord(text) : text;

    private static string? OnlyIncidentRecord(string? text) => IncidentArn.IsIncidentRecord(text) ? text : null;

    private static bool IsArn(string? text) =>
        text is not null && text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase);

    private static string? Text(TrailObject? members, string? name) =>
        name is null || Field.Text(members?[name]) is not { } text ? null : Plain(text);

    // An ARN that travels in the request's path may be logged as it travelled.
    private static string Plain(string text) =>
        text.StartsWith("arn%3A", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(text) : text;
}
