using System.Text;
using IncidentTrail.Forms;
using IncidentTrail.Json;

namespace IncidentTrail.Logs;

/// <summary>Takes the pieces of a log that are text: JSON inside strings, base64, and lines around records.</summary>
internal sealed class TextPieces(TrailLog log, RecordSelector selector)
{
    private static ReadOnlySpan<byte> Blanks => " \n\r\t,"u8;

    /// <summary>True where records stood behind a time or the like on their lines.</summary>
    internal bool HasPrefixes { get; private set; }

    /// <summary>Takes a JSON string that stands where a record may.</summary>
    /// <returns>How many bytes it takes; 0 where it is none that may hold a record; -1 where more bytes must tell.</returns>
    private int TakeString(ReadOnlySpan<byte> data, bool isLast)
    {
        var at = 0;
        if (!HoldsJson(data))
            return 0;
        if (!JsonWalker.TrySkipString(data, ref at))
            return at >= data.Length && !isLast && data.Length <= HostileLimits.LargestRecord ? -1 : 0;
        var text = data[1..(at - 1)];
        JsonWalker.SkipSpace(data, ref at);
        if (at == data.Length && !isLast)
            return -1;
        if (at < data.Length && data[at] is not ((byte)',' or (byte)']' or (byte)'"'))
            return 0;
        selector.Search.Earn(at);
        selector.Unwrapping.TakeText(JsonText.Decode(text), new Wrapping(WrappingKind.Listed, 1));
        return at;
    }

    /// <summary>True where a text begins that may hold records, or what Python printed.</summary>
    internal static bool Begins(ReadOnlySpan<byte> data) => data is [(byte)'"', ..] || PythonPiece.Begins(data);

    /// <summary>Takes such a piece.</summary>
    /// <inheritdoc cref="TakeString"/>
    internal int Take(ReadOnlySpan<byte> data, bool isLast) => data[0] == '"' ? TakeString(data, isLast) : TakePython(data, isLast);

    private int TakePython(ReadOnlySpan<byte> data, bool isLast)
    {
        if (log.IsDelivered)
            return 0;
        var length = PythonPiece.Length(data);
        if (length < 0)
            return isLast || data.Length > HostileLimits.LargestRecord ? 0 : -1;
        selector.Search.Earn(length);
        if (data[0] == '{')
            return selector.TakeObject(data[..length], new Wrapping(WrappingKind.Listed)) ? length : 0;
        if (!PythonText.TryRead(Encoding.UTF8.GetString(data[..length]), out var text))
            return 0;
        selector.Unwrapping.TakeText((string)text!, new Wrapping(WrappingKind.Listed, 1));
        return length;
    }

    /// <summary>Takes what is left at the end: lines that are no JSON, or base64; false where it is neither.</summary>
    internal bool TakeRest(ReadOnlySpan<byte> data)
    {
        if (log.IsDelivered)
            return false;
        if (!PackedText.Begins(data.TrimStart(Blanks)))
        {
            var rest = new Element(data.Length - data.TrimStart(Blanks).Length, data.TrimEnd(Blanks).Length, ElementKind.Stray);
            return TakeStray(data, rest, -1, inList: false) || IsBeside(data, [rest], 0, data.Length);
        }
        selector.Search.Earn(data.Length);
        var before = selector.Account.Count;
        var text = Encoding.UTF8.GetString(data);
        selector.Unwrapping.TakeText(text, new Wrapping(WrappingKind.Listed));
        if (selector.Account.Count > before)
            return true;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var soFar = selector.Account.Count;
            selector.Unwrapping.TakeText(line, new Wrapping(WrappingKind.Listed));
            if (selector.Account.Count == soFar)
                selector.Broken(Encoding.UTF8.GetBytes(line));
        }
        return true;
    }

    /// <summary>Takes the JSON of a cell, which may be anything.</summary>
    internal void TakeCell(byte[] json)
    {
        selector.Search.Earn(json.Length);
        selector.TakeObject(json, new Wrapping(WrappingKind.Searched));
    }

    /// <summary>True for text around JSON that means nothing: the rest of a script or of a note that it was put into.</summary>
    internal bool IsAround(ReadOnlySpan<byte> data, Element piece, int next) =>
        !log.IsDelivered && data[piece.Start] is not (byte)'"'
        && AroundJson.Is(Encoding.UTF8.GetString(data[piece.Start..piece.End]), next >= 0 && data[piece.End..next].IndexOf((byte)'\n') < 0);

    /// <summary>True for text on the line of an object that can be no part of a record.</summary>
    internal bool IsBeside(ReadOnlySpan<byte> data, List<Element> pieces, int at, int end) =>
        !log.IsDelivered && LineSharing.Is(data, pieces, at, end, selector.IsLineStart);

    /// <summary>How many bytes stand before the first piece on its line that would be taken for a list, or whose text is Python's.</summary>
    internal int Before(ReadOnlySpan<byte> data)
    {
        if (log.IsDelivered || TextBeside.Before(data) is not (var length and > 0))
            return 0;
        if (data[0] != '[' && !PythonPiece.Begins(data[length..]))
            return 0;
        HasPrefixes |= LinePrefix.Begins(Encoding.UTF8.GetString(data[..length]));
        return length;
    }

    /// <summary>Takes text between two pieces that is no part of a record; false where it may be one.</summary>
    internal bool TakeStray(ReadOnlySpan<byte> data, Element piece, int next, bool inList) =>
        IsAround(data, piece, next) || (!inList && TakeLines(data, piece, next));

    /// <summary>Takes lines of text around records, as exports write them; false where it is something else.</summary>
    private bool TakeLines(ReadOnlySpan<byte> data, Element piece, int next)
    {
        if (log.IsDelivered || !LinePrefix.TryRead(data, piece.Start, piece.End, next, HasPrefixes, out var messages))
            return false;
        HasPrefixes = true;
        for (; messages > 0; messages--)
            selector.Account.NoRecord(LogForms.Messages);
        return true;
    }

    /// <summary>Takes JSON inside strings, one after the other, or none of them: false where one holds something else.</summary>
    internal bool TakeStrings(ReadOnlySpan<byte> text, in Wrapping around)
    {
        var at = 0;
        for (var count = 0; ; count++)
        {
            while (at < text.Length && ElementScanner.IsSeparator(text[at]))
                at++;
            if (at == text.Length)
                break;
            if (around.Kind != WrappingKind.Searched && !HoldsJson(text[at..]) || !JsonWalker.TrySkipValue(text, ref at))
                return false;
        }
        for (at = 0; at < text.Length;)
        {
            var start = at;
            if (ElementScanner.IsSeparator(text[at]))
                at++;
            else if (JsonWalker.TrySkipValue(text, ref at) && text[start] == '"')
                selector.Unwrapping.TakeText(JsonText.Decode(text[(start + 1)..(at - 1)]), around.In(around.Kind));
        }
        return true;
    }

    private static bool HoldsJson(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != '"')
            return false;
        var inside = text[1..];
        while (inside is [(byte)' ', ..] or [(byte)'\\', (byte)'n' or (byte)'r' or (byte)'t', ..])
            inside = inside[(inside[0] == ' ' ? 1 : 2)..];
        return inside is [(byte)'{' or (byte)'[', ..] or [(byte)'\\', (byte)'"', ..] || inside.StartsWith("\\u007"u8) || inside.StartsWith("\\u005"u8)
            || inside.StartsWith("\\u0022"u8) || inside.StartsWith("@{"u8) || PackedText.Begins(inside);
    }
}
