namespace IncidentTrail.Incidents;

/// <summary>
/// The changes before an incident that can keep a page from going out, or from being recorded. They are changes before
/// it, and never said to be its causes.
/// </summary>
internal static class ChangesBefore
{
    internal static IReadOnlyList<TrailChange> Of(IncidentFile file, IncidentLinking linking, TimeSpan lookBack)
    {
        if ((file.StartUtc ?? file.FirstUtc) is not { } start)
            return [];
        var from = start - DateTime.MinValue > lookBack ? start - lookBack : DateTime.MinValue;
        var between = linking.Changes.Between(from, start);
        if (between.IsEmpty)
            return [];
        var relevance = new ChangeRelevance(file, linking, start);
        var changes = new List<TrailChange>();
        foreach (var change in between)
        {
            var call = change.Call;
            if (relevance.Of(change) is not { } found || ChangeText.Of(call, linking.Changes) is not { } phrase)
                continue;
            changes.Add(new TrailChange
            {
                Event = call.Event,
                Records = [.. call.Records],
                Scope = found.Scope,
                Link = found.Link,
                Basis = found.Basis,
                SecondsBefore = (long)(start - call.TimeUtc!.Value).TotalSeconds,
                Actor = Actor.Of(call.Event),
                Phrase = phrase,
            });
        }
        return [.. changes.OrderBy(c => c.Scope)];
    }
}
