using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace IncidentTrail.Aws.S3;

/// <summary>
/// Signs requests by AWS's Signature Version 4. The key of a day is derived once: the SDK's signer derives it for each
/// request, and goes through the whole request anew.
/// </summary>
internal sealed class S3Signer(bool requesterPays)
{
    private const string NoBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    // A key may hold a dot for a folder, or an escaped slash: the address is sent as it is signed.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private volatile DayKey? _key;

    /// <summary>The request as it is sent.</summary>
    public HttpRequestMessage Sign(S3Request request, S3Address address, ImmutableCredentials keys, DateTime nowUtc)
    {
        var time = nowUtc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{address.Region}/{address.Service}/aws4_request";
        var path = address.Path + request.Path is { Length: > 0 } whole ? whole : "/";
        var (names, values) = ("host;x-amz-content-sha256;x-amz-date", $"host:{address.Host}\nx-amz-content-sha256:{NoBody}\nx-amz-date:{time}\n");
        var message = new HttpRequestMessage(
            request.Method, new Uri(address.Origin + path + (request.Query.Length > 0 ? "?" + request.Query : ""), AsWritten));
        message.Headers.Host = address.Host;
        Add("X-Amz-Content-SHA256", NoBody);
        Add("X-Amz-Date", time);
        if (requesterPays)
            AddSigned("x-amz-request-payer", "requester");
        if (keys.UseToken)
            AddSigned("x-amz-security-token", keys.Token);
        if (request.From > 0)
            Add("Range", FormattableString.Invariant($"bytes={request.From}-"));
        if (request.Tag is not null)
            Add("If-Match", request.Tag);
        var canonical = $"{request.Method.Method}\n{path}\n{request.Query}\n{values}\n{names}\n{NoBody}";
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Bytes(canonical)))}";
        var signature = Hex(HMACSHA256.HashData(KeyOf(keys.SecretKey, scope), Bytes(toSign)));
        Add("Authorization", $"AWS4-HMAC-SHA256 Credential={keys.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}");
        return message;

        void AddSigned(string name, string value)
        {
            (names, values) = ($"{names};{name}", $"{values}{name}:{value}\n");
            Add(name, value);
        }

        void Add(string name, string value) => message.Headers.TryAddWithoutValidation(name, value);
    }

    private byte[] KeyOf(string secret, string scope)
    {
        if (_key is { } known && known.Scope == scope && known.Secret == secret)
            return known.Key;
        var key = Bytes("AWS4" + secret);
        foreach (var part in scope.Split('/'))
            key = HMACSHA256.HashData(key, Bytes(part));
        _key = new DayKey(secret, scope, key);
        return key;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    private sealed class DayKey(string secret, string scope, byte[] key)
    {
        public string Secret => secret;

        public string Scope => scope;

        public byte[] Key => key;
    }
}
