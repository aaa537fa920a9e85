namespace IncidentTrail.Aws.S3;

/// <summary>A request of a bucket: it has no body, and only what differs from one to the next is told.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">What stands behind the bucket, escaped, beginning with a slash; empty for the bucket itself.</param>
/// <param name="Query">The query, escaped, in the order of its names.</param>
/// <param name="From">The first byte wanted.</param>
/// <param name="Tag">The entity tag the object must still have, exactly as it was told.</param>
internal readonly record struct S3Request(HttpMethod Method, string Path, string Query = "", long From = 0, string? Tag = null)
{
    /// <summary>Asks what the answer's headers say of the bucket.</summary>
    public static S3Request Head { get; } = new(HttpMethod.Head, "");

    /// <summary>Opens an object.</summary>
    public static S3Request Get(string key, long from, string? tag) =>
        new(HttpMethod.Get, "/" + Escaped(key).Replace("%2F", "/", StringComparison.Ordinal), "", from, tag);

    /// <summary>Lists a page of keys, or of folders.</summary>
    public static S3Request List(string prefix, bool folders, string? after, string? continuation) => new(
        HttpMethod.Get, "",
        // Keys may hold characters that XML forbids, so they are wanted escaped.
        (continuation is null ? "" : $"continuation-token={Escaped(continuation)}&") + (folders ? "delimiter=%2F&" : "")
        + $"encoding-type=url&list-type=2&prefix={Escaped(prefix)}"
        + (continuation is null && after is not null ? "&start-after=" + Escaped(after) : ""));

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
