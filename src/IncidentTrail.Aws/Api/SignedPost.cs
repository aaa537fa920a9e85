using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace IncidentTrail.Aws.Api;

/// <summary>A POST that is signed by Signature Version 4.</summary>
internal static class SignedPost
{
    /// <summary>The request, with its headers and the signature.</summary>
    /// <param name="endpoint">Where it goes.</param>
    /// <param name="body">What is signed.</param>
    /// <param name="content">What sends these bytes.</param>
    /// <param name="contentType">How the service is to read them.</param>
    /// <param name="target">The operation where a header names it; else null.</param>
    /// <param name="keys">Who signs.</param>
    /// <param name="scope">The service, its Region and the time of the signature.</param>
    public static HttpRequestMessage Of(
        Uri endpoint, byte[] body, HttpContent content, string contentType, string? target, ImmutableCredentials keys,
        (string Service, RegionEndpoint Region, DateTime At) scope)
    {
        var toSign = new AWSSigningRequest { HttpMethod = HttpMethod.Post, RequestUri = endpoint, Content = body };
        toSign.Headers["Content-Type"] = contentType;
        if (target is not null)
            toSign.Headers["X-Amz-Target"] = target;
        var signed = AWSSigV4Signer.Sign(toSign, new AWSSigV4Parameters
        {
            Credentials = keys.UseToken
                ? new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, keys.Token)
                : new BasicAWSCredentials(keys.AccessKey, keys.SecretKey),
            Region = scope.Region,
            Service = scope.Service,
            SignedAt = scope.At,
        });

        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (target is not null)
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        foreach (var (name, value) in signed.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
