namespace IncidentTrail.Sources.History;

/// <summary>
/// The Regions that Incident Manager is offered in, as AWS published its two services' endpoints on 1 May 2026. The list
/// completes and warns; it never refuses a Region, since AWS adds Regions without asking.
/// </summary>
internal static class IncidentManagerRegions
{
    /// <summary>The Regions, in ordinal order. All are in the partition <c>aws</c>.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1",
        "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2",
        "us-west-1", "us-west-2",
    ];

    /// <summary>AWS's other Regions then, with those of China and GovCloud: other services' events come from there.</summary>
    public static readonly IReadOnlyList<string> Others =
    [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-3", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
        "ap-southeast-6", "ap-southeast-7", "ca-west-1", "cn-north-1", "cn-northwest-1", "eu-central-2", "eu-south-1", "eu-south-2",
        "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "us-gov-east-1", "us-gov-west-1",
    ];

    /// <summary>The Regions of the partition that a Region is in: none for China, GovCloud and the isolated partitions.</summary>
    public static IReadOnlyList<string> InPartitionOf(string? region) => IsCommercial(region) ? All : [];

    private static bool IsCommercial(string? region) =>
        region is null
        || !(region.StartsWith("cn-", StringComparison.Ordinal) || region.StartsWith("us-gov-", StringComparison.Ordinal)
            || region.StartsWith("us-iso", StringComparison.Ordinal) || region.StartsWith("eu-iso", StringComparison.Ordinal)
            || region.StartsWith("eusc-", StringComparison.Ordinal));
}
