using System.Globalization;
using System.Xml;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>Reads the answer of ListObjectsV2.</summary>
internal static class ListPageReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true, IgnoreComments = true,
        // Keys may hold characters that XML forbids; they come encoded, but not from every server.
        CheckCharacters = false,
    };

    /// <summary>The page. What is no readable list is an <see cref="IOException"/>: it is asked for again.</summary>
    public static KeyPage Read(Stream body)
    {
        try
        {
            using var reader = XmlReader.Create(body, Settings);
            reader.MoveToContent();
            if (reader.LocalName != "ListBucketResult")
                throw new XmlException($"<{reader.LocalName}> where <ListBucketResult> was expected");
            return Page(reader);
        }
        catch (XmlException e)
        {
            throw new IOException($"the list is no readable XML ({e.Message})", e);
        }
    }

    private static KeyPage Page(XmlReader reader)
    {
        var keys = new List<ListedKey>();
        var folders = new List<string>();
        var encoded = false;
        var truncated = false;
        string? continuation = null;
        Children(reader, name =>
        {
            switch (name)
            {
                case "Contents":
                    keys.Add(Key(reader));
                    break;
                case "CommonPrefixes":
                    Children(reader, _ => folders.Add(reader.ReadElementContentAsString()));
                    break;
                case "IsTruncated":
                    truncated = reader.ReadElementContentAsString() is "true" or "True" or "1";
                    break;
                case "NextContinuationToken":
                    continuation = reader.ReadElementContentAsString();
                    break;
                case "EncodingType":
                    encoded = reader.ReadElementContentAsString() == "url";
                    break;
                default:
                    reader.Skip();
                    break;
            }
        });
        if (truncated && string.IsNullOrEmpty(continuation))
            throw new IOException("the list says that more follows, and not where");
        return new KeyPage(
            encoded ? [.. keys.Select(key => key with { Key = Decode(key.Key) })] : keys,
            encoded ? [.. folders.Select(Decode)] : folders,
            truncated ? continuation : null);
    }

    private static ListedKey Key(XmlReader reader)
    {
        var key = new ListedKey("", 0, null, null, null);
        Children(reader, name =>
        {
            if (name is not ("Key" or "Size" or "LastModified" or "ETag" or "StorageClass"))
            {
                reader.Skip();
                return;
            }

            var text = reader.ReadElementContentAsString();
            key = name switch
            {
                "Key" => key with { Key = text },
                "Size" => key with { Size = long.TryParse(text, CultureInfo.InvariantCulture, out var size) ? size : 0 },
                "LastModified" => key with { LastModifiedUtc = Time(text) },
                "ETag" => key with { ETag = text },
                _ => key with { StorageClass = text },
            };
        });
        return key;
    }

    // Leaves the reader behind the element. The action must read each child to its end.
    private static void Children(XmlReader reader, Action<string> child)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        reader.Read();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
                child(reader.LocalName);
            else if (!reader.Read())
                throw new XmlException("the document ends early");
        }

        reader.Read();
    }

    private static DateTime? Time(string text) => DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
