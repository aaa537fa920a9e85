using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sources.Listing;

/// <summary>States what a listing reaches and what it leaves out.</summary>
internal static class ListingCoverage
{
    public static void Note(TrailSourceCoverage entry, TrailBucket bucket, TrailQuery query, DeliveryWindow window, DateTime nowUtc)
    {
        WindowCoverage.Note(entry, query, window, nowUtc);
        if (!window.IsUnbounded)
        {
            entry.Note("Of each Region's folder only the keys of those deliveries were listed: a file in it that is not named as CloudTrail names its logs "
                + "was looked for among them alone, while of a copy on disk each such file is read.");
        }
        if (query.EndTimeUtc is not { } end || end > nowUtc - EngineLimits.UsualDelivery)
            entry.Note($"Calls of the last {WindowCoverage.Text(EngineLimits.UsualDelivery)} may not be delivered yet; after a fault of delivery it may take up to 30 days.");
        if (bucket.OrganizationId is { } organization)
            entry.Note($"Only the folder of {organization} was read, not those of accounts beside it: a trail from before it became the organization's is there.");
    }
}
