using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Forms;

/// <summary>
/// Reads a caller that is text, or has text in the place of an object, as exports write it. What cannot be read back is lost,
/// and a record without its caller is worse than none: it would pass for one that root did not make.
/// </summary>
internal static class CallerText
{
    /// <summary>True for a value of <c>userIdentity</c> that is read as it is: nearly every one.</summary>
    internal static bool IsPlain(ReadOnlySpan<byte> identity) => identity.IsEmpty || identity[0] switch
    {
        // Asked of every record, at first of all three at once.
        (byte)'{' => !JsonString.MayBegin(identity, (byte)'{', (byte)'@', (byte)'S')
            || (identity.IndexOf("\"{"u8) < 0 && identity.IndexOf("\"@{"u8) < 0 && identity.IndexOf("\"System."u8) < 0),
        (byte)'n' => true,
        (byte)'"' => identity.Length == 2 || identity.StartsWith("\"arn:"u8),
        _ => false,
    };

    /// <summary>True for JSON inside text, which is read as it is.</summary>
    internal static bool IsJson(ReadOnlySpan<byte> identity) =>
        TrailValue.Parse(identity) is string text && Encoding.UTF8.GetBytes(text) is var inside
            && TrailValue.Parse(inside) is TrailObject && IsPlain(inside.AsSpan().Trim(" \n\r\t"u8));

    /// <summary>The value as JSON that can be read; null where it cannot.</summary>
    internal static byte[]? Mend(ReadOnlySpan<byte> identity) =>
        Mend(TrailValue.Parse(identity)) is { } mended ? Encoding.UTF8.GetBytes(JsonLine.Write(mended)) : null;

    /// <summary>The value as an object; null where it cannot be read.</summary>
    internal static TrailObject? Mend(object? value) => Mend(value, 0);

    // Text may hold text, and an object objects, beyond measure.
    private static TrailObject? Mend(object? value, int depth)
    {
        var read = depth >= HostileLimits.DeepestObject ? null : value as TrailObject ?? Read(value as string);
        if (read is null)
            return null;
        var members = new TrailObjectBuilder();
        foreach (System.Collections.DictionaryEntry member in read)
        {
            var inner = member.Value;
            if (inner is string text && text.AsSpan().TrimStart() is ['{' or '@', ..] && (inner = Mend(text, depth + 1)) is null)
                return null;
            if (inner is string name && name.StartsWith("System.", StringComparison.Ordinal))
                return null;
            if (inner is TrailObject below && (inner = Mend(below, depth + 1)) is null)
                return null;
            members.Add((string)member.Key, inner);
        }
        return members.Build();
    }

    private static TrailObject? Read(string? text)
    {
        if (text?.Trim() is not ['{', .., '}'] braced)
            return null;
        return TrailValue.Parse(Encoding.UTF8.GetBytes(braced)) as TrailObject
            ?? (PythonText.TryRead(braced, out var python) ? python as TrailObject : null)
            ?? AthenaText.Read(braced);
    }
}
