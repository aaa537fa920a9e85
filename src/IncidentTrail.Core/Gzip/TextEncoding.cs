using System.Text;

namespace IncidentTrail.Gzip;

/// <summary>
/// The encoding of a text that is not UTF-8, by its mark, or by the zeros beside its first character: JSON and the dates of
/// log lines begin with one of ASCII.
/// </summary>
internal static class TextEncoding
{
    /// <summary>So many bytes tell.</summary>
    internal const int Needed = 4;

    private static readonly UTF32Encoding s_utf32BigEndian = new(bigEndian: true, byteOrderMark: true);

    /// <summary>The encoding; null for UTF-8 and what is no text.</summary>
    internal static Encoding? Of(ReadOnlySpan<byte> first) => first switch
    {
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] => s_utf32BigEndian,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [var b, 0, 0, 0, ..] when IsText(b) => Encoding.UTF32,
        [0, 0, 0, var b, ..] when IsText(b) => s_utf32BigEndian,
        [var b, 0, var c, 0, ..] when IsText(b) && IsText(c) => Encoding.Unicode,
        [0, var b, 0, var c, ..] when IsText(b) && IsText(c) => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool IsText(byte b) => b is >= (byte)' ' and <= (byte)'~' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0x1B or 0x1E;
}
