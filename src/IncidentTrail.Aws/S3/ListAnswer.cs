using System.Globalization;
using System.Xml;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>Reads the answer of ListObjectsV2.</summary>
internal sealed class ListAnswer
{
    private readonly List<ListedKey> _keys = [];
    private readonly List<string> _folders = [];
    private bool _encoded;
    private bool? _truncated;
    private bool _named;
    private string? _next;

    private ListAnswer()
    {
    }

    /// <summary>Reads a page; an error that stands in its place is given instead of it.</summary>
    /// <exception cref="XmlException">The body is no XML, or ends early.</exception>
    /// <exception cref="InvalidDataException">The body is something else, or says that more follows and not where.</exception>
    public static (KeyPage? Page, S3ErrorBody? Error) Read(Stream body)
    {
        using var reader = XmlReader.Create(body);
        reader.MoveToContent();
        return reader.LocalName switch
        {
            "ListBucketResult" => (new ListAnswer().Page(reader), null),
            "Error" => (null, S3ErrorBody.ReadElement(reader, new S3ErrorBody())),
            _ => throw NoList(),
        };
    }

    private KeyPage Page(XmlReader reader)
    {
        foreach (var name in Children(reader))
        {
            switch (name)
            {
                case "IsTruncated":
                    _truncated = string.Equals(reader.ReadString().Trim(), "true", StringComparison.OrdinalIgnoreCase);
                    break;
                case "Name":
                    _named = true;
                    break;
                case "NextContinuationToken":
                    _next = reader.ReadString() is { Length: > 0 } token ? token : null;
                    break;
                case "EncodingType":
                    _encoded = reader.ReadString().Trim() == "url";
                    break;
                case "Contents":
                    _keys.Add(Key(reader));
                    break;
                case "CommonPrefixes":
                    foreach (var _ in Children(reader).Where(child => child == "Prefix"))
                        _folders.Add(reader.ReadString());
                    break;
            }
        }

        if (_truncated is null && !_named)
            throw NoList();
        if (_truncated == true && _next is null)
            throw new InvalidDataException("the list says that more follows, and not where");
        // The encoding may be told behind what is encoded.
        return new KeyPage(
            _encoded ? [.. _keys.Select(key => key with { Key = Decoded(key.Key) })] : _keys,
            _encoded ? [.. _folders.Select(Decoded)] : _folders, _truncated == false ? null : _next);
    }

    private static InvalidDataException NoList() => new("the answer is no list");

    private static ListedKey Key(XmlReader reader)
    {
        var (key, size, written) = ("", default(long?), default(DateTime?));
        string? tag = null, storageClass = null;
        foreach (var name in Children(reader))
        {
            switch (name)
            {
                case "Key":
                    key = reader.ReadString();
                    break;
                case "Size" when long.TryParse(reader.ReadString(), CultureInfo.InvariantCulture, out var bytes):
                    size = bytes;
                    break;
                case "LastModified":
                    written = Time(reader.ReadString());
                    break;
                case "ETag":
                    tag = reader.ReadString();
                    break;
                case "StorageClass":
                    storageClass = reader.ReadString();
                    break;
            }
        }

        return new ListedKey(key, size, written, tag, storageClass);
    }

    // The names of an element's children, one at a time; what one of them holds is read by the caller, or passed over.
    private static IEnumerable<string> Children(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            yield break;
        var depth = reader.Depth + 1;
        reader.Read();
        while (reader.Depth >= depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth)
                yield return reader.LocalName;
            reader.Read();
        }
    }

    private static DateTime? Time(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
