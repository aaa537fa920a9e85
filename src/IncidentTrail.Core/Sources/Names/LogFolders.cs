using System.Buffers;
using System.Collections.Frozen;

namespace IncidentTrail.Sources.Names;

/// <summary>The names of the folders below <c>AWSLogs/account/</c>: CloudTrail's own, and those of other services.</summary>
internal static class LogFolders
{
    // What other services write there. The table never decides about a file that is named as CloudTrail names its logs.
    private static readonly FrozenSet<string> s_otherServices = new[]
    {
        "aoss", "apigateway", "appsync", "AutoMode", "BedrockAgentCore", "BedrockModelInvocationLogs", "Chime", "CloudFront", "CloudWatchLogs",
        "codebuild", "cognito-user-pools", "Config", "dms", "ec2-verified-access", "EC2TransitGateway", "ElastiCache", "elasticfilesystem",
        "elasticloadbalancing", "elasticmapreduce", "eventbridge", "flow-logs", "globalaccelerator", "GuardDuty", "inspector2", "iot",
        "ivs", "Macie", "mediatailor", "mediapackage", "ModelInvocationLogs", "msk", "network-firewall", "PCS", "prometheus", "QBusiness",
        "rds", "redshift", "RedshiftServerless", "route53", "route53resolver", "S3", "sagemaker", "SecurityHub", "SecurityLake",
        "transit-gateway", "verified-access", "VerifiedAccess", "vpc-lattice", "VpcLattice", "vpcdnsquerylogs", "vpcflowlogs", "WAFLogs",
        "waf-logs", "workmail",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What names of Regions are made of.</summary>
    internal static readonly SearchValues<char> OfRegions = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>What a folder of that name holds; Unknown for a name that nobody knows.</summary>
    internal static TrailLogKind KindOf(ReadOnlySpan<char> folder) => folder switch
    {
        "CloudTrail" => TrailLogKind.CloudTrail,
        "CloudTrail-Insight" => TrailLogKind.Insight,
        "CloudTrail-NetworkActivity" => TrailLogKind.NetworkActivity,
        "CloudTrail-Aggregated" => TrailLogKind.Aggregated,
        "CloudTrail-Digest" => TrailLogKind.Digest,
        "EventHistory" => TrailLogKind.EventHistory,
        _ => s_otherServices.Contains(folder.ToString()) ? TrailLogKind.OtherService : TrailLogKind.Unknown,
    };

    /// <summary>True for a folder that CloudTrail writes to.</summary>
    internal static bool IsCloudTrails(ReadOnlySpan<char> folder) => IsCloudTrails(KindOf(folder));

    /// <summary>True for what CloudTrail writes.</summary>
    internal static bool IsCloudTrails(TrailLogKind kind) =>
        kind is not (TrailLogKind.Unknown or TrailLogKind.OtherService or TrailLogKind.EventHistory);

    /// <summary>True for an account's folder.</summary>
    internal static bool IsAccount(ReadOnlySpan<char> folder) => folder.Length == 12 && folder.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>True for a folder that is named as a Region is, also one that nobody has heard of; a year is none.</summary>
    internal static bool IsRegion(ReadOnlySpan<char> folder) =>
        folder.Length is > 4 and < 32 && char.IsAsciiLetterLower(folder[0]) && char.IsAsciiDigit(folder[^1]) && folder.Contains('-')
        && folder.IndexOfAnyExcept(OfRegions) < 0;
}
