using System.Collections;
using IncidentTrail.Incidents.Calls;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>The keys that a replication set encrypts with, one a Region.</summary>
internal static class ReplicationSetKeys
{
    private const string What = "a key of the replication set";

    /// <summary>Takes those that a call sets, in the place of those that it leaves.</summary>
    internal static void Take(IncidentCall call, TieList ties)
    {
        if (call.Is("DeleteReplicationSet"))
            ties.Supersede(call, TieSetting.Keys);
        foreach (var action in call.Request?["actions"] as object[] ?? [])
        {
            var added = Field.Of(action, "addRegionAction");
            Add(added, call, Field.Text(added, "regionName") ?? call.Region, ties);
            if (Field.Text(Field.Of(action, "deleteRegionAction"), "regionName") is { } left)
                ties.Supersede(call, TieSetting.Keys, left);
        }
        foreach (DictionaryEntry member in Field.Object(call.Request?["regions"]) ?? TrailObject.Empty)
            Add(member.Value, call, (string)member.Key, ties);
    }

    // A key that is given by its bare id is one of the Region whose data it encrypts.
    private static void Add(object? setting, IncidentCall call, string? region, TieList ties) => ties.Add(
        ResourceName.Of(ResourceKind.Key, Field.Text(setting, "sseKmsKeyId"), call.AccountId, region), TrailLink.Certain, What, What, TieSetting.Keys);
}
