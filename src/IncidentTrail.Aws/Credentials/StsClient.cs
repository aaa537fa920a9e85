using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Credentials;

/// <summary>The typed STS client: the SDK's own search for one may find another module's copy of it.</summary>
internal sealed class StsClient : AmazonSecurityTokenServiceClient
{
    private StsClient(AWSCredentials caller, AmazonSecurityTokenServiceConfig config, string region, ServiceSettings settings)
        : base(caller, config) => AttemptsHandler.Replace(RuntimePipeline, "sts", region, () => settings.Schedule);

    /// <summary>Makes the client that takes a role.</summary>
    public static StsClient Create(AWSCredentials caller, string? region, string roleArn, ServiceSettings settings)
    {
        var config = SdkHttpClients.Once(new AmazonSecurityTokenServiceConfig(), settings.Route, settings.Variables);
        var called = region is not null && IsPartitionOf(region, roleArn) ? region : HomeOf(roleArn);
        if (settings.Endpoint("STS") is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = called;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(called);
        }

        return new StsClient(caller, config, called, settings);
    }

    // A partition's STS answers only there, and the ARN names the partition. The SDK itself (AWSSDK.Core 4.1.0) asks where the
    // default profile is at home: findings/awssdk-role-asked-for-elsewhere.sh.
    private static string HomeOf(string roleArn) => PartitionOf(roleArn) switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    };

    private static bool IsPartitionOf(string region, string roleArn) =>
        PartitionOf(roleArn) is not ("aws" or "aws-cn" or "aws-us-gov")
        || RegionEndpoint.GetBySystemName(region).PartitionName == PartitionOf(roleArn);

    private static string? PartitionOf(string arn) => arn.Split(':') is [_, var partition, ..] ? partition : null;
}
