namespace IncidentTrail.Checkpoints;

/// <summary>What a checkpoint is of: which source, and which of its events. The window is no part of it: it moves with every run.</summary>
/// <param name="Gives">What is given: <see cref="Events"/> or <see cref="Logs"/>.</param>
/// <param name="Source">The source, as people read it.</param>
/// <param name="Filters">The filters by their parameters, each with its values in order.</param>
internal sealed record CheckpointScope(string Gives, string Source, IReadOnlyDictionary<string, IReadOnlyList<string>> Filters)
{
    /// <summary>Events are given.</summary>
    internal const string Events = "events";

    /// <summary>Log files are given.</summary>
    internal const string Logs = "log files";

    /// <summary>The scope of a query.</summary>
    internal static CheckpointScope Of(string gives, string source, TrailQuery query)
    {
        var filters = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add("EventName", query.EventName);
        Add("EventSource", query.EventSource);
        Add("EventId", query.EventId);
        Add("AccessKeyId", query.AccessKeyId);
        Add("ErrorCode", query.ErrorCode);
        Add("AccountId", query.AccountId);
        Add("Region", query.Region);
        Add("Caller", query.Caller);
        Add("ResourceArn", query.ResourceArn);
        Add("SourceIPAddress", query.SourceIPAddress);
        Add("EventCategory", query.EventCategory);
        Add("Access", query.Access.Select(access => access.ToString()));
        Add("Category", query.Category.Select(category => category.ToString()));
        Add("CallerKind", query.CallerKind.Select(kind => kind.ToString()));
        Add("Client", query.Client.Select(client => client.ToString()));
        Add("UserAgent", query.UserAgent);
        Add("Failed", query.Failed is { } failed ? [failed ? "true" : "false"] : []);
        Add("Changes", query.ChangesOnly ? ["true"] : []);
        Add("AllServices", query.AllServices ? ["true"] : []);
        return new CheckpointScope(gives, source, filters);

        void Add(string name, IEnumerable<string> values)
        {
            string[] given = [.. values.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
            if (given.Length > 0)
                filters.Add(name, given);
        }
    }

    /// <summary>What another scope has else, in words; null where both are of the same.</summary>
    internal string? Difference(CheckpointScope asked)
    {
        if (Gives != asked.Gives)
            return $"it is of {Gives}, and {asked.Gives} are asked for";
        if (Source != asked.Source)
            return $"it is of {Source}, and {asked.Source} is read";
        foreach (var name in Filters.Keys.Union(asked.Filters.Keys).Order(StringComparer.Ordinal))
        {
            var (was, now) = (Values(this, name), Values(asked, name));
            if (!was.SequenceEqual(now, StringComparer.OrdinalIgnoreCase))
                return $"it is of {Text(name, was)}, and {Text(name, now)} is given";
        }
        return null;
    }

    private static IReadOnlyList<string> Values(CheckpointScope scope, string name) => scope.Filters.GetValueOrDefault(name, []);

    private static string Text(string name, IReadOnlyList<string> values) => values switch
    {
        [] => $"no -{name}",
        ["true"] => $"-{name}",
        _ => $"-{name} {string.Join(", ", values)}",
    };
}
