using IncidentTrail.Actions;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>Which of Incident Manager's calls a trail records, by its selectors.</summary>
/// <param name="Reads">Calls that read.</param>
/// <param name="Writes">Calls that change something.</param>
/// <param name="IsNarrowed">True where a selector asks for more than the kind of call and the service: some calls may be left out.</param>
internal sealed record ManagementEvents(bool Reads, bool Writes, bool IsNarrowed)
{
    /// <summary>As in <c>All</c>, <c>ReadOnly</c>, <c>WriteOnly</c>, <c>None</c>.</summary>
    public override string ToString() => (Reads, Writes) switch
    {
        (true, true) => IsNarrowed ? "Some" : "All",
        (true, false) => "ReadOnly",
        (false, true) => "WriteOnly",
        _ => "None",
    };

    /// <summary>Reads the selectors. A kind of call counts as recorded where it is for both services.</summary>
    public static ManagementEvents Of(TrailSelectors selectors)
    {
        if (selectors.AdvancedEventSelectors is { Count: > 0 } advanced)
        {
            var management = advanced.Where(IsManagement).ToList();
            return new ManagementEvents(
                IncidentManagerSources.Released.All(s => management.Any(m => Admits(m, s, "true"))),
                IncidentManagerSources.Released.All(s => management.Any(m => Admits(m, s, "false"))),
                management.Count > 0 && management.All(IsNarrow));
        }

        // A trail without selectors records all management events; so does a basic selector that says nothing.
        var basic = (selectors.EventSelectors ?? [new BasicSelector()])
            .Where(s => s.IncludeManagementEvents != false)
            .Where(s => s.ExcludeManagementEventSources is not { } excluded || !excluded.Intersect(IncidentManagerSources.Released).Any())
            .ToList();
        return new ManagementEvents(
            basic.Any(s => s.ReadWriteType != "WriteOnly"), basic.Any(s => s.ReadWriteType != "ReadOnly"), false);
    }

    private static bool IsManagement(AdvancedSelector selector) =>
        Fields(selector, "eventCategory").Any(f => f.EqualTo?.Contains("Management") == true);

    private static bool Admits(AdvancedSelector selector, string source, string readOnly) =>
        Fields(selector, "eventSource").All(f => f.Admits(source)) && Fields(selector, "readOnly").All(f => f.Admits(readOnly));

    private static bool IsNarrow(AdvancedSelector selector) =>
        selector.FieldSelectors?.Any(f => f.Field is not ("eventCategory" or "readOnly" or "eventSource")) == true;

    private static IEnumerable<FieldSelector> Fields(AdvancedSelector selector, string name) =>
        (selector.FieldSelectors ?? []).Where(f => f.Field == name);
}
