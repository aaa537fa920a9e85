using IncidentTrail.Incidents.Files;
using IncidentTrail.Incidents.Resources;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Changes;

/// <summary>What the record of an incident rests on: the buckets that it was read from, and what trails were set to deliver to and encrypt with.</summary>
internal static class TrailTies
{
    internal static void Add(TieList ties, IncidentFile file, ChangeHistory changes, DateTime untilUtc)
    {
        foreach (var bucket in file.Calls.Select(c => c.Call.Origin.Log.BucketName).Distinct())
            Add(ties, Bucket(bucket), TrailLink.Certain, "the bucket that this incident's calls were read from");
        foreach (var call in changes.Trails.Select(c => c.Call).Where(c => c.TimeUtc <= untilUtc))
        {
            var trail = ChangeText.Shortened(call.Asked("name") ?? ChangeText.NotRecorded);
            Add(ties, Bucket(call.Asked("s3BucketName")), TrailLink.Inferred,
                $"trail {trail} was set to deliver to it at {DurationWriter.Utc(call.TimeUtc!.Value)}; whether it is one that was read, the record does not tell");
            // A key is one of the bucket's Region, which a bare id does not tell.
            Add(ties, ResourceName.Of(ResourceKind.Key, call.Asked("kmsKeyId"), call.AccountId, region: null), TrailLink.Inferred,
                $"trail {trail} was set to encrypt with it at {DurationWriter.Utc(call.TimeUtc.Value)}; whether it is one that was read, the record does not tell");
        }
    }

    private static void Add(TieList ties, ResourceName? thing, TrailLink link, string basis) =>
        ties.Add(thing, link, basis, thing?.Kind == ResourceKind.Bucket ? "a bucket of a trail" : "a key of a trail", scope: TrailChangeScope.Trail);

    private static ResourceName? Bucket(string? name) => ResourceName.Of(ResourceKind.Bucket, name, accountId: null, region: null);
}
