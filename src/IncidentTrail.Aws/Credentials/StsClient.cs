using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;

namespace IncidentTrail.Aws;

/// <summary>Makes the typed STS client: the SDK's own search for one may find another module's copy of it.</summary>
internal static class StsClient
{
    public static AmazonSecurityTokenServiceClient Create(AWSCredentials caller, string? region, string roleArn)
    {
        var config = new AmazonSecurityTokenServiceConfig { Timeout = TimeSpan.FromSeconds(30), MaxErrorRetry = 3 };
        var called = region ?? HomeOf(roleArn);
        if (ServiceEndpoint.Of("STS") is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = called;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(called);
        }

        return new AmazonSecurityTokenServiceClient(caller, config);
    }

    // A partition's STS answers only there, and the ARN names the partition.
    private static string HomeOf(string roleArn) => roleArn.Split(':') is [_, var partition, ..]
        ? partition switch
        {
            "aws-cn" => "cn-north-1",
            "aws-us-gov" => "us-gov-west-1",
            _ => "us-east-1",
        }
        : "us-east-1";
}
