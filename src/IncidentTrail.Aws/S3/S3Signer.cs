using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Signs requests without a body by Signature Version 4. The SDK's public signer takes paths apart and joins them anew,
/// which loses doubled slashes and dots of keys, and costs several times as much for each of thousands of small logs.
/// </summary>
internal sealed class S3Signer
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private volatile SigningKey? _last;

    /// <summary>Adds the headers of the signature. The query must be encoded and in the order of its names.</summary>
    public void Sign(HttpRequestMessage request, string region, ImmutableCredentials keys, DateTime nowUtc)
    {
        var uri = request.RequestUri!;
        var time = nowUtc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", EmptyHash);
        request.Headers.TryAddWithoutValidation("x-amz-date", time);
        if (keys.UseToken)
            request.Headers.TryAddWithoutValidation("x-amz-security-token", keys.Token);

        var headers = request.Headers.NonValidated
            .Where(header => header.Key.StartsWith("x-amz-", StringComparison.Ordinal))
            .Select(header => (Name: header.Key, Value: header.Value.ToString()))
            .Append(("host", uri.Authority)).OrderBy(header => header.Item1, StringComparer.Ordinal).ToArray();
        var names = string.Join(';', headers.Select(header => header.Item1));
        var canonical = new StringBuilder()
            .Append(request.Method.Method).Append('\n')
            .Append(uri.AbsolutePath).Append('\n')
            .Append(uri.Query.AsSpan(uri.Query.Length > 0 ? 1 : 0)).Append('\n');
        foreach (var (name, value) in headers)
            canonical.Append(name).Append(':').Append(value).Append('\n');
        canonical.Append('\n').Append(names).Append('\n').Append(EmptyHash);

        var scope = $"{time[..8]}/{region}/s3/aws4_request";
        var text = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Utf8(canonical.ToString())))}";
        var signature = Hex(HMACSHA256.HashData(Key(time[..8], region, keys.SecretKey), Utf8(text)));
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={keys.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    private byte[] Key(string date, string region, string secret)
    {
        if (_last is { } last && last.Date == date && last.Region == region && last.Secret == secret)
            return last.Bytes;
        var key = Utf8("AWS4" + secret);
        foreach (var part in (ReadOnlySpan<string>)[date, region, "s3", "aws4_request"])
            key = HMACSHA256.HashData(key, Utf8(part));
        _last = new SigningKey(date, region, secret, key);
        return key;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    // No record: its ToString would show the secret.
    private sealed class SigningKey(string date, string region, string secret, byte[] bytes)
    {
        public string Date => date;

        public string Region => region;

        public string Secret => secret;

        public byte[] Bytes => bytes;
    }
}
