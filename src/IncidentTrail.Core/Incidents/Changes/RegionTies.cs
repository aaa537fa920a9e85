using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Changes;

/// <summary>The Regions of its accounts that an incident rests on: where its calls were made, and where what started it is.</summary>
internal static class RegionTies
{
    internal static void Add(TieList ties, IncidentFile file)
    {
        foreach (var place in file.Calls.GroupBy(c => (c.Call.Region, c.Call.AccountId)))
            Add(ties, place.Key.Region, place.Key.AccountId, place.Min(c => c.Link), "a Region that calls of this incident were made in");
        if (file.Start is { } start && ResourceName.OfArn(Beginning.TriggerArn(start)) is { } trigger)
            Add(ties, trigger.Region, trigger.AccountId, TrailLink.Certain, "the Region of what started this incident");
    }

    private static void Add(TieList ties, string? region, string? account, TrailLink link, string what) =>
        ties.Add(ResourceName.Of(ResourceKind.Region, region, account, region: null), link, what, what);
}
