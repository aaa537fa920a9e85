namespace IncidentTrail.Sources.Listing;

/// <summary>States what a listing reaches and what it leaves out.</summary>
internal static class ListingCoverage
{
    public static void Note(TrailSourceCoverage entry, TrailBucket bucket, TrailQuery query, DeliveryWindow window, DateTime nowUtc)
    {
        WindowCoverage.Note(entry, query, window, nowUtc);
        if (query.EndTimeUtc is not { } end || end > nowUtc - EngineLimits.UsualDelivery)
            entry.Note($"Calls of the last {WindowCoverage.Text(EngineLimits.UsualDelivery)} may not be delivered yet; after a fault of delivery it may take up to 30 days.");
        if (bucket.OrganizationId is { } organization)
            entry.Note($"Only the folder of {organization} was read, not those of accounts beside it: a trail from before it became the organization's is there.");
    }
}
