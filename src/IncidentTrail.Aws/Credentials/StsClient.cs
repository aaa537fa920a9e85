using System.Text;
using Amazon;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Credentials;

/// <summary>Takes a role of STS, by its Query protocol.</summary>
internal sealed class StsClient : IDisposable
{
    private const string ContentType = "application/x-www-form-urlencoded; charset=utf-8";

    private readonly CredentialService _service;
    private readonly RegionEndpoint _region;
    private readonly Uri _endpoint;

    public StsClient(string? region, string roleArn, ServiceSettings settings)
    {
        var called = region is not null && IsPartitionOf(region, roleArn) ? region : HomeOf(roleArn);
        _region = RegionEndpoint.GetBySystemName(called);
        _endpoint = CredentialService.Resource(settings.EndpointIn("sts", called), "/");
        _service = new CredentialService("sts", called, settings, StsAnswer.Refusal);
    }

    /// <summary>Takes the role.</summary>
    /// <param name="operation">How it is taken.</param>
    /// <param name="keys">Who signs; null for nobody.</param>
    /// <param name="told">What STS is told, by its parameters' names; what is null is left out.</param>
    public Task<RefreshingAWSCredentials.CredentialsRefreshState> TakeAsync(
        string operation, ImmutableCredentials? keys, params (string Name, string? Value)[] told)
    {
        var form = new StringBuilder("Action=" + operation + "&Version=2011-06-15");
        foreach (var (name, value) in told)
        {
            if (value is not null)
                form.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        var body = Encoding.UTF8.GetBytes(form.ToString());
        return _service.CallAsync(operation, at => Request(body, keys, at), StsAnswer.Credentials);
    }

    public void Dispose() => _service.Dispose();

    private HttpRequestMessage Request(byte[] body, ImmutableCredentials? keys, DateTime at)
    {
        var content = new ByteArrayContent(body);
        if (keys is not null)
            return SignedPost.Of(_endpoint, body, content, ContentType, null, keys, ("sts", _region, at));
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = content };
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
