using IncidentTrail.Actions;
using IncidentTrail.Patterns;

namespace IncidentTrail.Sources.History;

/// <summary>
/// What is left to Event history's own matching, and why. Each entry of <see cref="Attributes"/> is one sweep of an
/// account and Region; the answers of the sweeps together hold every event the query can match.
/// </summary>
internal sealed record LookupPlan(IReadOnlyList<LookupAttribute?> Attributes, string Reason)
{
    /// <summary>What the choice may leave out, in a sentence; null where it leaves out nothing.</summary>
    public string? Note { get; private init; }

    /// <summary>Whether Event history can hold what is asked for: it holds management events only.</summary>
    public static bool CanHold(TrailQuery query) =>
        query.EventCategory.Count == 0 || query.EventCategory.Any(c => TextPattern.Parse(c).IsMatch("Management"));

    /// <summary>
    /// Chooses the attribute: only what the service matches exactly, the most selective first. The service compares by
    /// case, the filters do not, so a text is pushed only in the spelling that CloudTrail itself writes.
    /// </summary>
    public static LookupPlan For(TrailQuery query)
    {
        if (Only(query.EventId) is { } id && SpelledEventId(id) is { } eventId)
            return Push(LookupAttributeKey.EventId, eventId, "one event id is the most selective");
        if (Exact(query.AccessKeyId) is { } key && SpelledAccessKey(key) is { } accessKey)
            return Push(LookupAttributeKey.AccessKeyId, accessKey, "one exact access key is the most selective of what was asked");
        if (Exact(query.EventName) is { } name && SpelledAction(name) is { } action)
            return Push(LookupAttributeKey.EventName, action, "one action of the catalogue is the most selective of what was asked");
        if (Exact(query.Caller) is { } caller && UserName(caller) is { } user)
        {
            return Push(LookupAttributeKey.Username, user, "the caller is the ARN of one IAM user") with
            {
                Note = $"Asked for by the user name {user}, by case: sessions that the user federated (GetFederationToken) have names of their own and are not in this answer.",
            };
        }

        return BySource(query);
    }

    private static LookupPlan BySource(TrailQuery query)
    {
        if (query.EventSource.Count == 0)
        {
            return query.AllServices
                ? new LookupPlan([null], "Nothing is pushed: events of all services are asked for, and no filter is one that Event history matches exactly. All events of the window are read.")
                : Sweeps(IncidentManagerSources.Released, "one sweep for each of Incident Manager's services, since only one attribute can be asked for");
        }

        if (query.EventNamesOf.Count > 0 && ForIncidents(query) is { } plan)
            return plan;
        var sources = query.EventSource.Select(Source).Distinct(StringComparer.Ordinal).ToList();
        if (sources is [{ } single])
            return Push(LookupAttributeKey.EventSource, single, "one exact event source is asked for");
        return sources.All(s => IncidentManagerSources.Released.Contains(s))
            ? Sweeps(sources!, "one sweep for each of the sources, since only one attribute can be asked for")
            : new LookupPlan([null], "Nothing is pushed: the event sources are several, hold a wildcard, or are pre-release names. All events of the window are read.");
    }

    // A service of which only some events are wanted is asked for these by name: keys and roles have events all day.
    // A name that two services have is asked for once. The pre-release services are named too, and no account's history has them any more.
    private static LookupPlan? ForIncidents(TrailQuery query)
    {
        var whole = query.EventSource.Where(s => !query.EventNamesOf.ContainsKey(s)).ToList();
        if (!whole.TrueForAll(s => IncidentManagerSources.All.Contains(s)))
            return null;
        return new LookupPlan(
            [
                .. IncidentManagerSources.Released.Select(s => new LookupAttribute(LookupAttributeKey.EventSource, s)),
                .. query.EventNamesOf.Values.SelectMany(n => n).Distinct().Select(n => new LookupAttribute(LookupAttributeKey.EventName, n)),
            ],
            "Pushed to Event history: one sweep for each of Incident Manager's services, and one for each event of the other services that incidents are read with.");
    }

    private static LookupPlan Push(LookupAttributeKey key, string value, string why) => new(
        [new LookupAttribute(key, value)], $"Pushed to Event history: {key}={value}, since {why}; the other filters are applied here.");

    private static LookupPlan Sweeps(IReadOnlyList<string> sources, string why) => new(
        [.. sources.Select(s => new LookupAttribute(LookupAttributeKey.EventSource, s))],
        $"Pushed to Event history: EventSource={string.Join(" and ", sources)}, {why}; the other filters are applied here.");

    private static string? Only(IReadOnlyList<string> texts) =>
        texts.Count > 0 && texts.All(t => string.Equals(t, texts[0], StringComparison.OrdinalIgnoreCase)) ? texts[0] : null;

    private static string? Exact(IReadOnlyList<string> texts) =>
        Only(texts) is { Length: > 0 } text ? TextPattern.Parse(text).Literal : null;

    private static string? SpelledEventId(string text) =>
        Guid.TryParseExact(text, "D", out _) ? text.ToLowerInvariant() : text.Any(char.IsUpper) ? null : text;

    private static string? SpelledAccessKey(string text)
    {
        var upper = text.ToUpperInvariant();
        return upper.All(char.IsAsciiLetterOrDigit) && upper.Length is >= 8 and <= 128
            && (upper.StartsWith("AKIA", StringComparison.Ordinal) || upper.StartsWith("ASIA", StringComparison.Ordinal))
            ? upper
            : null;
    }

    // An action that both services have is one that nearly every service has, such as TagResource: asking for its name
    // would bring the calls of all of them.
    private static string? SpelledAction(string text) =>
        TrailActions.All.Where(a => a.EventName.Equals(text, StringComparison.OrdinalIgnoreCase)).ToList() is [var action]
            ? action.EventName
            : null;

    private static string? UserName(string arn)
    {
        var parts = arn.Split(':', 6);
        return parts is ["arn", _, "iam", _, _, { } resource] && resource.StartsWith("user/", StringComparison.Ordinal)
            && ArnText.LastPart(resource) is { Length: > 0 } name
            ? name
            : null;
    }

    private static string? Source(string text)
    {
        if (Exact([text]) is not { } exact)
            return null;
        var source = exact.ToLowerInvariant();
        if (!source.Contains('.'))
            source += IncidentManagerSources.Suffix;
        return source.StartsWith(IncidentManagerSources.PreRelease, StringComparison.Ordinal) ? null : source;
    }
}
