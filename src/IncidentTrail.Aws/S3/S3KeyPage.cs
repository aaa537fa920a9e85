using System.Globalization;
using System.Xml;
using IncidentTrail.Sources.Listing;

namespace IncidentTrail.Aws.S3;

/// <summary>Reads a page of a list.</summary>
internal sealed class S3KeyPage
{
    private readonly XmlReader _reader;
    private readonly List<ListedKey> _keys = [];
    private readonly List<string> _folders = [];
    private bool? _isTruncated;
    private bool _isEncoded;
    private string? _name;
    private string? _next;

    private S3KeyPage(XmlReader reader)
    {
        _reader = reader;
        reader.MoveToContent();
        S3Xml.Each(reader, Take);
    }

    /// <summary>
    /// The page. Throws <see cref="InvalidDataException"/> where the answer is no list, or says that more follows and not where,
    /// <see cref="FormatException"/> and <see cref="XmlException"/> where it cannot be read.
    /// </summary>
    public static KeyPage Read(Stream answer)
    {
        using var reader = XmlReader.Create(answer, S3Xml.Settings);
        return new S3KeyPage(reader).Whole();
    }

    private KeyPage Whole()
    {
        // Whatever answers 200 is no list yet, and one without a list's elements no empty one.
        if (_isTruncated is null && _name is null)
            throw new InvalidDataException("the answer is no list");
        if (_isTruncated == true && _next is null)
            throw new InvalidDataException("the list says that more follows, and not where");
        return new KeyPage(
            [.. _keys.Select(key => key with { Key = Decoded(key.Key) })], [.. _folders.Select(Decoded)], _isTruncated == false ? null : _next);
    }

    private void Take(string element)
    {
        switch (element)
        {
            case "Contents": _keys.Add(Key()); break;
            case "CommonPrefixes": _folders.Add(Child("Prefix") ?? ""); break;
            case "IsTruncated": _isTruncated = Told() is { } truncated ? bool.Parse(truncated) : null; break;
            case "NextContinuationToken": _next = Told(); break;
            // Whether names are escaped is said by the answer, whatever was asked for, and perhaps behind them.
            case "EncodingType": _isEncoded = Told() == "url"; break;
            case "Name": _name = S3Xml.Text(_reader); break;
            default: _reader.Skip(); break;
        }
    }

    private ListedKey Key()
    {
        var key = new ListedKey("", null, null, null, null);
        S3Xml.Each(_reader, element =>
        {
            switch (element)
            {
                case "Key": key = key with { Key = S3Xml.Text(_reader) }; break;
                case "Size": key = key with { Size = Told() is { } size ? long.Parse(size, CultureInfo.InvariantCulture) : null }; break;
                case "LastModified": key = key with { LastModifiedUtc = Told() is { } time ? Time(time) : null }; break;
                case "ETag": key = key with { ETag = S3Xml.Text(_reader) }; break;
                case "StorageClass": key = key with { StorageClass = S3Xml.Text(_reader) }; break;
                case "RestoreStatus": key = key with { IsRestored = Child("IsRestoreInProgress") is not { } now || !bool.Parse(now) }; break;
                default: _reader.Skip(); break;
            }
        });
        return key;
    }

    // The text of one element within this one; the reader is behind this one then.
    private string? Child(string name)
    {
        string? text = null;
        S3Xml.Each(_reader, element =>
        {
            if (element == name)
                text = S3Xml.Text(_reader);
            else
                _reader.Skip();
        });
        return text;
    }

    private string? Told() => S3Xml.Text(_reader) is { Length: > 0 } text ? text : null;

    private static DateTime Time(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private string Decoded(string text) => _isEncoded ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text;
}
