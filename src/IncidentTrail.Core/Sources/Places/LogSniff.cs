using System.Text;
using IncidentTrail.Forms;

namespace IncidentTrail.Sources.Places;

/// <summary>What a file is whose name does not tell, by its first bytes.</summary>
internal static class LogSniff
{
    /// <summary>The first bytes of a file; those of a log where they cannot be had, since the reader says why.</summary>
    internal static byte[] FirstOf(string path)
    {
        try
        {
            using var file = SharedFile.Open(path);
            var first = new byte[(int)Math.Min(file.Length, EngineLimits.LookedAt)];
            return first[..file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [(byte)'{'];
        }
    }

    /// <summary>Log for what is read as one, Unknown for what nobody misses, Unread for a form that may hold records.</summary>
    /// <param name="first">The first bytes of the file.</param>
    /// <param name="location">Where it lies. A hidden file is a program's own settings, unless there are records in it.</param>
    internal static LogPlaceKind KindOf(ReadOnlySpan<byte> first, string location) =>
        BeginsAsLog(first) && (!IsHidden(location) || first is [0x1F, 0x8B, ..] || HoldsRecords(first)) ? LogPlaceKind.Log
        : FormOf(first) is { Fate: LogFormFate.LeftOut } ? LogPlaceKind.Unread
        : LogPlaceKind.Unknown;

    /// <summary>The form that may hold records and is not read; null for what is read, and for pages made for people.</summary>
    internal static LogForm? FormOf(ReadOnlySpan<byte> first) =>
        Forms.FirstBytes.Of(first) is { } form && form != LogForms.Markup && form != LogForms.Pdf ? form : null;

    /// <summary>True for what begins as records do, in whatever they are wrapped.</summary>
    internal static bool BeginsAsLog(ReadOnlySpan<byte> first)
    {
        if (first is [0x1F, 0x8B, ..])
            return true;
        // Windows PowerShell writes UTF-16.
        if (first is [0xFF, 0xFE, (byte)'{' or (byte)'[', ..] or [0xFE, 0xFF, _, (byte)'{' or (byte)'[', ..])
            return true;
        var text = first.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\n', (byte)'\r', (byte)'\t']);
        if (text is [(byte)'{' or (byte)'[', ..])
            return true;
        if (text.IsEmpty || !HoldsRecords(text))
            return false;
        var line = text.IndexOf((byte)'\n') is var end and >= 0 ? text[..end] : text;
        return LinePrefix.Begins(Encoding.UTF8.GetString(line)) || TextBeside.Before(line) > 0 || PythonPiece.Begins(text) || Forms.FirstBytes.Of(text) == LogForms.Csv;
    }

    private static bool IsHidden(string location) => location.AsSpan(location.AsSpan().LastIndexOfAny('/', '\\') + 1) is ['.', ..];

    // A table of columns, or lines with a time before them, are read for the records in them alone.
    private static bool HoldsRecords(ReadOnlySpan<byte> text) => text.IndexOf((byte)'{') >= 0 && text.IndexOf("eventVersion"u8) >= 0;
}
