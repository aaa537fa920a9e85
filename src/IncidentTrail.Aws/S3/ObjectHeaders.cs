namespace IncidentTrail.Aws.S3;

/// <summary>What an answer's headers say of an object.</summary>
internal sealed class ObjectHeaders(HttpResponseMessage response)
{
    private const string OwnPrefix = "x-amz-meta-";

    /// <summary>The entity tag, exactly as it was told: some servers' are no hash, and some have no quotes.</summary>
    public string? ETag => response.Headers.NonValidated.TryGetValues("ETag", out var tag) ? tag.ToString() : null;

    public DateTime? LastModifiedUtc => response.Content.Headers.LastModified?.UtcDateTime;

    public IReadOnlyDictionary<string, string> Metadata => response.Headers.NonValidated
        .Where(header => header.Key.StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => header.Key[OwnPrefix.Length..].ToLowerInvariant(), header => header.Value.ToString());
}
