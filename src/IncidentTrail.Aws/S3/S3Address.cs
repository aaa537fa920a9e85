using System.Text;
using Amazon;

namespace IncidentTrail.Aws.S3;

/// <summary>Where a bucket is called: its host in a Region, or its path below an endpoint of one's own.</summary>
internal sealed class S3Address
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _root;

    private S3Address(string region, string root)
    {
        Region = region;
        _root = root;
    }

    /// <summary>The Region that requests are signed for.</summary>
    public string Region { get; }

    /// <summary>The address of a bucket, or of an access point by its ARN.</summary>
    public static S3Address Of(string bucket, string region, Uri? endpoint)
    {
        if (AccessPointArn.TryParse(bucket) is { } point)
            return new S3Address(point.Region, point.Root(endpoint));
        if (endpoint is not null)
            return new S3Address(region, $"{endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{Encode(bucket)}/");
        var host = $"{Service("s3")}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}";
        // A dot in the name is not covered by the certificate of *.s3.
        return new S3Address(region, bucket.Contains('.') || bucket.Any(char.IsAsciiLetterUpper) || bucket.Contains('_')
            ? $"https://{host}/{bucket}/" : $"https://{bucket}.{host}/");
    }

    /// <summary>The service's part of a host, with what the environment asks of all endpoints.</summary>
    public static string Service(string name) =>
        name + (IsSet("AWS_USE_FIPS_ENDPOINT") ? "-fips" : "") + (IsSet("AWS_USE_DUALSTACK_ENDPOINT") ? ".dualstack" : "");

    /// <summary>The address of a key, exactly as the key is written: with doubled slashes, dots and all.</summary>
    public Uri OfKey(string key) => new(_root + Encode(key), AsWritten);

    /// <summary>The address of the bucket itself, with a query that is already encoded.</summary>
    public Uri OfBucket(string query) => new($"{_root}?{query}", AsWritten);

    /// <summary>Encodes a key or a value as Signature Version 4 wants it; a key's slashes stay.</summary>
    public static string Encode(string text, bool keepSlashes = true)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var piece in Encoding.UTF8.GetBytes(text))
        {
            var letter = (char)piece;
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~' || (letter == '/' && keepSlashes))
                encoded.Append(letter);
            else
                encoded.Append('%').Append(piece.ToString("X2"));
        }

        return encoded.ToString();
    }

    private static bool IsSet(string variable) =>
        string.Equals(Environment.GetEnvironmentVariable(variable), "true", StringComparison.OrdinalIgnoreCase);
}
