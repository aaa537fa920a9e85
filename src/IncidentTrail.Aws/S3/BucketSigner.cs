using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Addresses each request of the SDK to the bucket and has it signed. The SDK's own handlers go through all rules of
/// endpoints twice for each request, and leave out the slash between a bucket in the path and a key that begins with one.
/// </summary>
internal sealed class BucketSigner(S3Address address, ServerClock clock) : PipelineHandler
{
    private static readonly AWS4Signer Signer = new();

    private volatile S3Address _address = address;
    private volatile ImmutableCredentials? _keys;

    /// <summary>Where the bucket is called.</summary>
    public S3Address Address
    {
        get => _address;
        set => _address = value;
    }

    /// <summary>What is signed with.</summary>
    public ImmutableCredentials? Keys
    {
        set => _keys = value;
    }

    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        Sign(executionContext.RequestContext, _address, _keys!);
        return base.InvokeAsync<T>(executionContext);
    }

    private void Sign(IRequestContext context, S3Address address, ImmutableCredentials keys)
    {
        var request = context.Request;
        request.Endpoint = address.Root;
        request.ResourcePath = address.Path + request.ResourcePath;
        request.AuthenticationRegion = address.Region;
        request.OverrideSigningServiceName = address.Service;
        request.UseDoubleEncoding = false;
        request.PrecomputedContentSha256 = AWS4Signer.EmptyBodySha256;
        if (keys.UseToken)
            request.Headers["x-amz-security-token"] = keys.Token;
        var signed = Signer.SignRequest(request, context.ClientConfig, context.Metrics, keys.AccessKey, keys.SecretKey, clock.UtcNow);
        request.Headers["Authorization"] = signed.ForAuthorizationHeader;
    }
}
