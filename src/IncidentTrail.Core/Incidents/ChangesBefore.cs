namespace IncidentTrail.Incidents;

/// <summary>
/// The changes before an incident that can keep a page from going out, or from being recorded. They are changes before
/// it, and never said to be its causes.
/// </summary>
internal static class ChangesBefore
{
    /// <summary>
    /// The changes, found out when somebody asks: before ten thousand incidents may be as many changes each. Where there are any in that
    /// time, the changes read are held until then, and what was read of plans; nothing else of other incidents is.
    /// </summary>
    /// <returns>Null where there are none.</returns>
    internal static Lazy<TrailList<TrailChange>>? Later(IncidentFile file, ContactPlans plans, ChangeHistory history, TimeSpan lookBack) =>
        Between(file, history, lookBack).IsEmpty ? null : Found(file, plans, history, lookBack);

    // Apart, since every incident is asked whether there are any.
    private static Lazy<TrailList<TrailChange>> Found(IncidentFile file, ContactPlans plans, ChangeHistory history, TimeSpan lookBack) =>
        new(() => [.. Of(file, plans, history, lookBack)]);

    private static ReadOnlySpan<EarlierChange> Between(IncidentFile file, ChangeHistory history, TimeSpan lookBack) =>
        (file.StartUtc ?? file.FirstUtc) is not { } start ? []
        : history.Between(start - DateTime.MinValue > lookBack ? start - lookBack : DateTime.MinValue, start);

    private static IEnumerable<TrailChange> Of(IncidentFile file, ContactPlans plans, ChangeHistory history, TimeSpan lookBack)
    {
        var start = (file.StartUtc ?? file.FirstUtc)!.Value;
        var relevance = new ChangeRelevance(file, plans, history, start);
        var changes = new List<TrailChange>();
        foreach (var change in Between(file, history, lookBack))
        {
            var call = change.Call;
            if (relevance.Of(change) is not { } found || ChangeText.Of(call, history) is not { } phrase)
                continue;
            changes.Add(new TrailChange(call)
            {
                Scope = found.Scope,
                Link = found.Link,
                Basis = found.Basis,
                SecondsBefore = (long)(start - call.TimeUtc!.Value).TotalSeconds,
                Actor = Actor.Of(call),
                Phrase = phrase,
            });
        }
        return changes.OrderBy(c => c.Scope);
    }
}
