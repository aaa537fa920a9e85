namespace IncidentTrail.Aws.S3;

/// <summary>One request to a bucket, which asks for what is there and sends nothing.</summary>
/// <param name="Method">GET or HEAD.</param>
/// <param name="Key">The object's key; empty for the bucket itself.</param>
/// <param name="Query">What is asked of the bucket: names and values escaped, in the order of the names.</param>
internal readonly record struct BucketCall(HttpMethod Method, string Key = "", string Query = "")
{
    /// <summary>Who pays; null for the bucket's owner.</summary>
    public string? Payer { get; init; }

    /// <summary>What a list is to say of its objects besides.</summary>
    public string? Attributes { get; init; }

    /// <summary>The entity tag that the object must still have.</summary>
    public string? Tag { get; init; }

    /// <summary>The first byte wanted.</summary>
    public long From { get; init; }
}
