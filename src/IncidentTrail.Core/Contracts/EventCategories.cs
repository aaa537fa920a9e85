namespace IncidentTrail.Contracts;

/// <summary>CloudTrail's categories of events, as a record or its type says them.</summary>
internal static class EventCategories
{
    /// <summary>Those of events that logs hold each for itself, with what they are.</summary>
    internal static IReadOnlyList<(string Name, string Meaning)> Single { get; } =
    [
        ("Management", "API calls on resources; every call of Incident Manager is one"),
        ("Data", "API calls on data in resources"),
        ("NetworkActivity", "Calls through a VPC endpoint"),
        ("Insight", "Unusual rates of calls or errors"),
    ];

    /// <summary>All that are known.</summary>
    internal static IReadOnlyList<string> All { get; } = [.. Single.Select(category => category.Name), "Aggregated"];
}
