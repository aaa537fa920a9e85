using System.Net.Http.Headers;
using Amazon.S3.Model;

namespace IncidentTrail.Aws.S3;

/// <summary>What an answer's headers say of an object.</summary>
internal sealed class ObjectHeaders(GetObjectResponse answer)
{
    private const string OwnPrefix = "x-amz-meta-";

    /// <summary>The entity tag, exactly as it was told: some servers' are no hash, and some have no quotes.</summary>
    public string? ETag { get; } = answer.ETag;

    public DateTime? LastModifiedUtc { get; } = answer.LastModified?.ToUniversalTime();

    /// <summary>The length of this answer's body; null where it was not told.</summary>
    public long? Length { get; } = answer.Headers.ContentLength is >= 0 and var length ? length : null;

    /// <summary>The part of the object that the body is; null where it is all of it, or the answer does not tell which.</summary>
    public ContentRangeHeaderValue? Part { get; } =
        ContentRangeHeaderValue.TryParse(answer.ContentRange, out var part) && part.Unit == "bytes" && part.HasRange ? part : null;

    public IReadOnlyDictionary<string, string> Metadata { get; } = answer.Metadata.Keys.ToDictionary(
        name => name.StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase) ? name[OwnPrefix.Length..].ToLowerInvariant() : name,
        name => answer.Metadata[name]);

    /// <summary>True where two entity tags, as they were told or listed, may be of one version of an object.</summary>
    public static bool IsSameTag(string? told, string? other) => told is null || other is null || told.Trim('"') == other.Trim('"');
}
