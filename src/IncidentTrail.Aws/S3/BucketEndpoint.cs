using Amazon.Runtime.Endpoints;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// The SDK's endpoint of a bucket in a Region, resolved once: the SDK goes through all its rules for each request, which
/// costs a fifth of reading a small log, and a client here asks for one bucket.
/// </summary>
internal sealed class BucketEndpoint(IEndpointProvider rules) : IEndpointProvider
{
    private volatile Resolved? _known;

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var (bucket, region) = (parameters["Bucket"] as string, parameters["Region"] as string);
        if (_known is not { } known || known.Bucket != bucket || known.Region != region)
        {
            var found = rules.ResolveEndpoint(parameters);
            _known = known = new Resolved(bucket, region, found.URL, found.Attributes, found.Headers);
        }

        // The SDK appends to the address of what it is given.
        return new Endpoint(known.Url) { Attributes = known.Attributes, Headers = known.Headers };
    }

    private sealed record Resolved(
        string? Bucket, string? Region, string Url, IPropertyBag? Attributes, IDictionary<string, IList<string>>? Headers);
}
