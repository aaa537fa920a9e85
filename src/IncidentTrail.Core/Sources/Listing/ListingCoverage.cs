namespace IncidentTrail.Sources.Listing;

/// <summary>States what a listing reaches and what it leaves out.</summary>
internal static class ListingCoverage
{
    public static void Note(TrailSourceCoverage entry, TrailBucket bucket, TrailQuery query, DeliveryWindow window, DateTime nowUtc)
    {
        entry.State("DeliveredFromUtc", window.FromUtc);
        entry.State("DeliveredUntilUtc", window.UntilUtc);
        entry.State("DeliverySlack", bucket.DeliverySlack);
        if (window.UntilUtc is { } until && until < nowUtc && bucket.DeliverySlack < TrailBucket.MaxDeliverySlack)
        {
            entry.Note(FormattableString.Invariant(
                $"Logs delivered from {until:yyyy-MM-dd HH:mm}Z on (the window's end and a slack of {Text(bucket.DeliverySlack)}) were not ")
                + "looked for; CloudTrail tries to deliver for up to 30 days. -DeliverySlack 30d looks for all of them.");
        }

        if (query.EndTimeUtc is not { } end || end > nowUtc - EngineLimits.UsualDelivery)
            entry.Note($"Calls of the last {Text(EngineLimits.UsualDelivery)} may not be delivered yet; after a fault of delivery it may take up to 30 days.");
        if (bucket.OrganizationId is { } organization)
            entry.Note($"Only the folder of {organization} was read, not those of accounts beside it: a trail from before it became the organization's is there.");
    }

    private static string Text(TimeSpan span)
    {
        var (number, unit) = span.Ticks % TimeSpan.TicksPerDay == 0 ? (span.TotalDays, "d")
            : span.Ticks % TimeSpan.TicksPerHour == 0 ? (span.TotalHours, "h")
            : span.Ticks % TimeSpan.TicksPerMinute == 0 ? (span.TotalMinutes, "min") : (span.TotalSeconds, "s");
        return FormattableString.Invariant($"{number:0.###} {unit}");
    }
}
