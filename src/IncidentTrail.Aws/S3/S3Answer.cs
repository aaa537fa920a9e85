using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using System.Xml;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.S3;

/// <summary>An answer of S3 that is no success: the error, and the Region it points to where the bucket is elsewhere.</summary>
internal sealed partial record S3Answer(ServiceError Error, string? BucketRegion)
{
    /// <summary>Reads the answer; another server's may have no body, no code, or none that is XML.</summary>
    public static S3Answer Of(int status, HttpResponseHeaders headers, byte[] body)
    {
        var (code, message, region, endpoint) = Read(body);
        // S3's 503 says "slow down", also where a server before it leaves the words out.
        code ??= status == 503 ? "SlowDown" : null;
        var error = new ServiceError(
            code, Shown(message) ?? $"HTTP status {status}", status, Header(headers, "x-amz-request-id"), headers.Date,
            headers.RetryAfter?.Delta);
        if (status is not (301 or 307 or 400 or 403))
            return new S3Answer(error, null);
        return new S3Answer(
            error, Header(headers, "x-amz-bucket-region") ?? region ?? RegionOf(endpoint) ?? RegionOf(headers.Location?.Host)
            ?? (code == "IllegalLocationConstraintException" ? FirstRegion(message) : null));
    }

    /// <summary>An answer that says only that the bucket is elsewhere, and not where.</summary>
    public bool IsElsewhere => Error.Status is 301 or 307 || Error.Code is "AuthorizationHeaderMalformed" or "PermanentRedirect"
        or "IllegalLocationConstraintException" or "TemporaryRedirect";

    private static (string? Code, string? Message, string? Region, string? Endpoint) Read(byte[] body)
    {
        string? code = null, message = null, region = null, endpoint = null;
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true });
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.Depth != 1)
                    continue;
                var name = reader.LocalName;
                var text = reader.ReadString();
                if (text.Length == 0)
                    continue;
                if (name == "Code")
                    code = text;
                else if (name == "Message")
                    message = text;
                else if (name == "Region")
                    region = text;
                else if (name == "Endpoint")
                    endpoint = text;
            }
        }
        catch (XmlException)
        {
            // Not XML, or cut: what was found so far stands, and the status speaks for the rest.
        }

        return (code, message, region, endpoint);
    }

    // What a signature mismatch is explained with may hold the session token.
    private static string? Shown(string? message) =>
        string.IsNullOrWhiteSpace(message) || message.Contains("security-token", StringComparison.OrdinalIgnoreCase)
            ? null : string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 } value ? value : null;

    private static string? RegionOf(string? host) =>
        host is not null && HostRegion().Match(host) is { Success: true } match ? match.Groups["region"].Value : null;

    private static string? FirstRegion(string? message) =>
        message is not null && RegionName().Match(message) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"(^|\.)s3[.-](dualstack\.)?(?<region>[a-z]{2,}(-[a-z]+)+-\d+)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HostRegion();

    [GeneratedRegex(@"\b[a-z]{2,}(-[a-z]+)+-\d+\b", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName();
}
