using System.Web;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>A request as it arrived at the bucket.</summary>
internal sealed record BucketRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The bucket and the key, with the key's escapes undone; the key is empty for the bucket itself.</summary>
    public (string Bucket, string Key) Place
    {
        get
        {
            var path = Target.Split('?')[0][1..];
            var slash = path.IndexOf('/');
            return slash < 0 ? (path, "") : (path[..slash], Uri.UnescapeDataString(path[(slash + 1)..]));
        }
    }

    public bool IsList => Place.Key.Length == 0 && Query("list-type") == "2";

    public bool IsFolderList => IsList && Query("delimiter") is not null;

    public bool IsKeyList => IsList && Query("delimiter") is null;

    public bool IsObject => Place.Key.Length > 0 && Method == "GET";

    public string? Query(string name) =>
        Target.Contains('?') ? HttpUtility.ParseQueryString(Target[(Target.IndexOf('?') + 1)..])[name] : null;

    /// <summary>The access key in the signature's scope.</summary>
    public string AccessKey => Headers["Authorization"].Split("Credential=")[1].Split('/')[0];

    /// <summary>The Region in the signature's scope.</summary>
    public string Region => Headers["Authorization"].Split("Credential=")[1].Split('/')[2];

    /// <summary>True where the signature is the secret's for exactly this path and query.</summary>
    public bool IsSigned(string secret)
    {
        var parts = Target.Split('?');
        var query = parts.Length == 1 ? "" : string.Join('&', parts[1].Split('&').Order(StringComparer.Ordinal));
        return SigV4Check.IsSigned(Method, parts[0], query, Headers, Headers["X-Amz-Content-SHA256"], secret);
    }
}
