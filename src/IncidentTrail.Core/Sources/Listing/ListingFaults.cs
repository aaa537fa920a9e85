namespace IncidentTrail.Sources.Listing;

/// <summary>The faults of finding a trail's folders.</summary>
internal static class ListingFaults
{
    public static TrailSourceException CannotFindAccounts(string bucket, string root, TrailFault cause) => new(new TrailFault(
        TrailFaultKind.AccessDenied, $"{bucket}/{root}",
        $"The accounts and the organization in s3://{bucket}/{root} could not be found, because listing it is denied.",
        "Allow s3:ListBucket on it, or name what is there: -OrganizationId for an organization's trail, and -AccountId.",
        cause.Cause));
}
