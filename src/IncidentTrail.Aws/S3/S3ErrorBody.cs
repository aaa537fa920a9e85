using System.Xml;

namespace IncidentTrail.Aws.S3;

/// <summary>What the body of an error says; each is null where it does not.</summary>
internal sealed record S3ErrorBody(string? Code = null, string? Message = null, string? RequestId = null, string? Region = null)
{
    /// <summary>Reads a body as far as it is XML: a server before the bucket answers what it likes.</summary>
    public static S3ErrorBody Read(Stream body)
    {
        var found = new S3ErrorBody();
        try
        {
            using var reader = XmlReader.Create(body);
            reader.MoveToContent();
            return reader.LocalName is "Error" or "ErrorResponse" ? ReadElement(reader, found) : found;
        }
        catch (XmlException)
        {
            return found;
        }
    }

    /// <summary>Reads the element that a reader stands on.</summary>
    public static S3ErrorBody ReadElement(XmlReader reader, S3ErrorBody found)
    {
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                found = reader.LocalName switch
                {
                    "Code" => found with { Code = found.Code ?? Text(reader) },
                    "Message" => found with { Message = found.Message ?? Text(reader) },
                    "RequestId" => found with { RequestId = found.RequestId ?? Text(reader) },
                    "Region" => found with { Region = found.Region ?? Text(reader) },
                    _ => found,
                };
            }
        }
        catch (XmlException)
        {
            // Cut: what was found so far stands.
        }

        return found;
    }

    private static string? Text(XmlReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;
}
