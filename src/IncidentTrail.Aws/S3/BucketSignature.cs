using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Signs requests without a body by AWS Signature Version 4. The key that is made of the secret is one for a day, a Region and
/// a service, and is kept.
/// </summary>
internal sealed class BucketSignature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    private static readonly string NoBody = Hex(SHA256.HashData([]));

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    private volatile SigningKey? _key;

    /// <summary>Gives a request the headers that are signed, and the signature.</summary>
    /// <param name="request">The request.</param>
    /// <param name="call">What it asks.</param>
    /// <param name="path">Its path, escaped.</param>
    /// <param name="address">Where it is asked, and what it is signed for.</param>
    /// <param name="keys">What it is signed with.</param>
    /// <param name="utcNow">The service's time.</param>
    public void Sign(HttpRequestMessage request, BucketCall call, string path, S3Address address, ImmutableCredentials keys, DateTime utcNow)
    {
        var time = utcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time.AsSpan(0, 8)}/{address.Region}/{address.Service}/aws4_request";
        var text = new StringBuilder(1024).Append(call.Method.Method).Append('\n').Append(path).Append('\n').Append(call.Query).Append('\n');
        var names = new StringBuilder(128);
        // In the order of their names.
        ReadOnlySpan<(string Name, string? Value)> headers =
        [
            ("host", address.Host), ("x-amz-content-sha256", NoBody), ("x-amz-date", time),
            ("x-amz-optional-object-attributes", call.Attributes), ("x-amz-request-payer", call.Payer),
            ("x-amz-security-token", keys.UseToken ? keys.Token : null),
        ];
        foreach (var (name, value) in headers)
        {
            if (value is null)
                continue;
            text.Append(name).Append(':').Append(value).Append('\n');
            names.Append(names.Length > 0 ? ";" : "").Append(name);
            if (name != "host")
                request.Headers.TryAddWithoutValidation(name, value);
        }

        text.Append('\n').Append(names).Append('\n').Append(NoBody);
        var asked = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        var signature = Hex(HMACSHA256.HashData(
            KeyFor(scope, keys.SecretKey), Encoding.UTF8.GetBytes($"{Algorithm}\n{time}\n{scope}\n{asked}")));
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"{Algorithm} Credential={keys.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    /// <summary>A path with everything escaped but its slashes, as it is signed and sent.</summary>
    public static string Escaped(string path) => path.AsSpan().ContainsAnyExcept(Plain)
        ? Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal) : path;

    private byte[] KeyFor(string scope, string secret)
    {
        if (_key is not { } known || known.Scope != scope || known.Secret != secret)
        {
            var key = Encoding.UTF8.GetBytes("AWS4" + secret);
            foreach (var part in scope.Split('/'))
                key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
            _key = known = new SigningKey(scope, secret, key);
        }

        return known.Key;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    private sealed record SigningKey(string Scope, string Secret, byte[] Key);
}
