using System.Collections.ObjectModel;

namespace IncidentTrail.Aws.S3;

/// <summary>What an answer's headers say of an object.</summary>
internal sealed class ObjectHeaders(HttpResponseMessage answer)
{
    private const string OwnPrefix = "x-amz-meta-";

    /// <summary>The entity tag, exactly as it was told: some servers' are no hash, and some have no quotes.</summary>
    public string? ETag { get; } = answer.Headers.NonValidated.TryGetValues("ETag", out var tag) ? tag.ToString() : null;

    public DateTime? LastModifiedUtc { get; } = answer.Content.Headers.LastModified?.UtcDateTime;

    /// <summary>The length of this answer's body; null where it was not told.</summary>
    public long? Length { get; } = answer.Content.Headers.ContentLength;

    public IReadOnlyDictionary<string, string> Metadata { get; } = MetadataOf(answer);

    // Logs have none; a digest's signature is in its own.
    private static IReadOnlyDictionary<string, string> MetadataOf(HttpResponseMessage answer)
    {
        Dictionary<string, string>? found = null;
        foreach (var (name, values) in answer.Headers.NonValidated)
        {
            if (name.StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase))
                (found ??= [])[name[OwnPrefix.Length..].ToLowerInvariant()] = values.ToString();
        }

        return found ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty;
    }
}
