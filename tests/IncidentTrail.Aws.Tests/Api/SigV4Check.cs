using System.Security.Cryptography;
using System.Text;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>Signature Version 4 computed from a request as it arrived, apart from the signer under test.</summary>
internal static class SigV4Check
{
    public static (string AccessKey, string Date, string Region, string Service) Scope(LoopbackRequest request) =>
        Scope(request.Headers["Authorization"]);

    private static (string AccessKey, string Date, string Region, string Service) Scope(string authorization)
    {
        var scope = Part(authorization, "Credential=").Split('/');
        return (scope[0], scope[1], scope[2], scope[3]);
    }

    /// <summary>True where the signature is the one that the secret gives for this request.</summary>
    public static bool IsSigned(LoopbackRequest request, string secret) =>
        IsSigned(request.Method, request.Target, "", request.Headers, Hex(SHA256.HashData(request.Body)), secret);

    /// <summary>The same of a request's parts: the path as it was written, and the query in the order of its names.</summary>
    public static bool IsSigned(
        string method, string path, string query, IReadOnlyDictionary<string, string> headers, string bodyHash, string secret)
    {
        var authorization = headers["Authorization"];
        var (_, date, region, service) = Scope(authorization);
        var names = Part(authorization, "SignedHeaders=");
        var canonical = string.Join('\n',
            [method, path, query, .. names.Split(';').Select(n => n + ":" + headers[n]), "", names, bodyHash]);
        var time = headers["X-Amz-Date"];
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{date}/{region}/{service}/aws4_request\n"
            + Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (string[])[date, region, service, "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign))) == Part(authorization, "Signature=");
    }

    private static string Part(string authorization, string name)
    {
        var start = authorization.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return authorization[start..].Split(',')[0].Trim();
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
