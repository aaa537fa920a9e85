namespace IncidentTrail.Aws.S3;

/// <summary>A request for a key, or for the bucket's list.</summary>
/// <param name="Operation">The API's name of it, for messages.</param>
/// <param name="Key">The key, or null for the bucket itself.</param>
/// <param name="Query">The query, encoded and in the order of its names.</param>
/// <param name="From">The first byte wanted of an object.</param>
/// <param name="IfMatch">The entity tag the object must still have, exactly as it was told.</param>
internal sealed record S3Get(string Operation, string? Key, string Query = "", long From = 0, string? IfMatch = null)
{
    public HttpRequestMessage ToRequest(S3Address address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Key is null ? address.OfBucket(Query) : address.OfKey(Key));
        if (From > 0)
            request.Headers.TryAddWithoutValidation("Range", FormattableString.Invariant($"bytes={From}-"));
        if (IfMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", IfMatch);
        return request;
    }
}
