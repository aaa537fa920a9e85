using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Incidents.Changes;

/// <summary>The accounts and their Regions that an incident rests on: where its calls were made, and where what started it is.</summary>
internal static class PlaceTies
{
    internal static void Add(TieList ties, IncidentFile file)
    {
        foreach (var place in file.Calls.GroupBy(c => (c.Call.Region, c.Call.AccountId)))
            Add(ties, place.Key.Region, place.Key.AccountId, place.Min(c => c.Link), "a Region that calls of this incident were made in");
        foreach (var account in file.Calls.Select(c => c.Call.AccountId).Append(file.AccountId).Distinct())
        {
            const string what = "an account that calls of this incident were made in";
            ties.Add(ResourceName.Of(ResourceKind.Account, account, account, region: null), TrailLink.Inferred, $"{what}; what the policy allows and forbids, the record does not tell", what);
        }
        if (file.Start is { } start && ResourceName.OfArn(Beginning.TriggerArn(start)) is { } trigger)
            Add(ties, trigger.Region, trigger.AccountId, TrailLink.Certain, "the Region of what started this incident");
    }

    private static void Add(TieList ties, string? region, string? account, TrailLink link, string what) =>
        ties.Add(ResourceName.Of(ResourceKind.Region, region, account, region: null), link, what, what);
}
