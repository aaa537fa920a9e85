using System.Security.Cryptography;
using System.Text;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>Signature Version 4 computed from a request as it arrived, apart from the signer under test.</summary>
internal static class SigV4Check
{
    public static (string AccessKey, string Date, string Region, string Service) Scope(LoopbackRequest request)
    {
        var scope = Part(request, "Credential=").Split('/');
        return (scope[0], scope[1], scope[2], scope[3]);
    }

    /// <summary>True where the signature is the one that the secret gives for this request.</summary>
    public static bool IsSigned(LoopbackRequest request, string secret)
    {
        var (_, date, region, service) = Scope(request);
        var names = Part(request, "SignedHeaders=");
        var canonical = string.Join('\n',
            [
                request.Method, request.Target, "",
                .. names.Split(';').Select(n => n + ":" + request.Headers[n]), "",
                names, Hex(SHA256.HashData(request.Body)),
            ]);
        var time = request.Headers["X-Amz-Date"];
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{date}/{region}/{service}/aws4_request\n"
            + Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (string[])[date, region, service, "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign))) == Part(request, "Signature=");
    }

    private static string Part(LoopbackRequest request, string name)
    {
        var text = request.Headers["Authorization"];
        var start = text.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return text[start..].Split(',')[0].Trim();
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
