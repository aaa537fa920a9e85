using System.Collections.ObjectModel;
using System.Globalization;
using System.Net.Http.Headers;

namespace IncidentTrail.Aws.S3;

/// <summary>What an answer's headers say of an object.</summary>
internal sealed class ObjectHeaders
{
    private const string OwnPrefix = "x-amz-meta-";

    public ObjectHeaders(HttpResponseMessage answer)
    {
        var (head, content) = (answer.Headers.NonValidated, answer.Content.Headers);
        ETag = head.TryGetValues("ETag", out var tag) ? tag.ToString() : null;
        LastModifiedUtc = content.NonValidated.TryGetValues("Last-Modified", out var written) && DateTimeOffset.TryParse(
            written.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;
        Length = content.ContentLength;
        Metadata = Own(head);
    }

    /// <summary>The entity tag, exactly as it was told: some servers' are no hash, and some have no quotes.</summary>
    public string? ETag { get; }

    public DateTime? LastModifiedUtc { get; }

    /// <summary>The length of this answer's body; null where it was not told.</summary>
    public long? Length { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    private static IReadOnlyDictionary<string, string> Own(HttpHeadersNonValidated head)
    {
        Dictionary<string, string>? own = null;
        foreach (var (name, value) in head)
        {
            if (name.StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase))
                (own ??= [])[name[OwnPrefix.Length..].ToLowerInvariant()] = value.ToString();
        }

        return own ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty;
    }
}
