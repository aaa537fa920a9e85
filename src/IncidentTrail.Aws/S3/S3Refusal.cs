using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.S3;

/// <summary>What S3 answered in the place of what was asked for.</summary>
internal sealed partial class S3Refusal(S3Error error) : Exception(error.Error.Message)
{
    private const string RegionHeader = "x-amz-bucket-region";

    /// <summary>Why.</summary>
    public S3Error Error => error;

    /// <summary>Reads the refusal that an answer is; its body has come.</summary>
    public static S3Refusal Of(HttpResponseMessage answer)
    {
        var (code, message, request, region) = Read(answer.Content.ReadAsStream());
        var status = (int)answer.StatusCode;
        code = ServiceErrorTable.Code(code);
        // S3's 503 says "slow down", also where a server before it leaves the words out.
        if (code is null && answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            code = "SlowDown";
        var error = ServiceError.Of(code, message, status, request ?? Header(answer, "x-amz-request-id")) with
        {
            ServerTime = answer.Headers.Date,
            RetryAfter = RetryAfterHeader.Of(name => Header(answer, name)),
        };
        return new S3Refusal(new S3Error(error, status is 301 or 307 or 308 or 400 or 403 ? RegionOf(answer) ?? Region(region) : null));
    }

    /// <summary>The Region that an answer says the bucket is in.</summary>
    public static string? RegionOf(HttpResponseMessage answer) => Region(Header(answer, RegionHeader));

    // What is no error of S3's has no words, and of one that is cut, those count that came.
    private static (string? Code, string? Message, string? RequestId, string? Region) Read(Stream body)
    {
        string? code = null, message = null, request = null, region = null;
        try
        {
            using var reader = XmlReader.Create(body, S3Xml.Settings);
            reader.MoveToContent();
            if (reader.LocalName == "ErrorResponse")
                reader.ReadToDescendant("Error");
            if (reader.LocalName != "Error")
                return default;
            S3Xml.Each(reader, name =>
            {
                switch (name)
                {
                    case "Code": code = S3Xml.Text(reader); break;
                    case "Message": message = S3Xml.Text(reader); break;
                    case "RequestId": request = S3Xml.Text(reader); break;
                    case "Region": region = S3Xml.Text(reader); break;
                    default: reader.Skip(); break;
                }
            });
        }
        catch (XmlException)
        {
            // The status says enough.
        }

        return (code, message, request, region);
    }

    // It becomes a part of the host's name.
    private static string? Region(string? told) => told is not null && RegionName().IsMatch(told) ? told : null;

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    [GeneratedRegex("^[a-z0-9-]{1,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName();
}
