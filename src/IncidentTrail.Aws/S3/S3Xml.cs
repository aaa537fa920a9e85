using System.Xml;

namespace IncidentTrail.Aws.S3;

/// <summary>Goes through the XML that S3 answers. Throws <see cref="XmlException"/> where it is none, or is cut.</summary>
internal static class S3Xml
{
    /// <summary>How it is read.</summary>
    public static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>Goes through the elements within the one that the reader is at, and behind it.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="take">Takes each by its name, and leaves the reader behind it.</param>
    public static void Each(XmlReader reader, Action<string> take)
    {
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty)
            return;
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
                take(reader.LocalName);
            else
                reader.Read();
        }

        reader.Read();
    }

    /// <summary>The text of the element that the reader is at; the reader is behind it then.</summary>
    public static string Text(XmlReader reader) => reader.ReadElementContentAsString();
}
