using System.Text;
using System.Text.RegularExpressions;

namespace IncidentTrail.Forms;

/// <summary>Tells by the first bytes of a content what is no JSON. What is not known for certain is left to whoever reads it.</summary>
internal static partial class FirstBytes
{
    private const int TarMagic = 257;

    private static readonly (byte[] Magic, LogForm Form)[] s_magics =
    [
        ([.. "PK"u8, 3, 4], LogForms.Zip), ([.. "PK"u8, 5, 6], LogForms.Zip), ([.. "BZh"u8], LogForms.Bzip2), ([0xFD, .. "7zXZ"u8], LogForms.Xz),
        ([0x28, 0xB5, 0x2F, 0xFD], LogForms.Zstandard), ([4, 0x22, 0x4D, 0x18], LogForms.Lz4), ([.. "7z"u8, 0xBC, 0xAF], LogForms.SevenZip),
        ([.. "Rar!"u8, 0x1A], LogForms.Rar), ([0x78, 0x9C], LogForms.Zlib), ([0x78, 0xDA], LogForms.Zlib), ([0xFF, 6, 0, 0, .. "sNaPpY"u8], LogForms.Snappy),
        ([.. "%PDF-"u8], LogForms.Pdf), ([.. "PAR1"u8], LogForms.Parquet), ([.. "ORC"u8], LogForms.Parquet), ([.. "Obj"u8, 1], LogForms.Parquet),
    ];

    private static readonly string[] s_markups = ["<?xml", "<Objs", "<html", "<!DOCTYPE"];

    private static readonly string[] s_fields =
        ["eventname", "eventtime", "eventsource", "eventid", "eventversion", "useridentity", "cloudtrailevent", "username", "awsregion", "message", "raw"];

    /// <summary>The form; null for JSON and for what is not known.</summary>
    internal static LogForm? Of(ReadOnlySpan<byte> data)
    {
        foreach (var (magic, form) in s_magics)
        {
            if (data.StartsWith(magic))
                return form;
        }
        if (data.Length > TarMagic + 5 && data[TarMagic..].StartsWith("ustar"u8))
            return LogForms.Tar;
        // Nearly every log: nothing below takes what begins so for something else, and a text need not be made of it.
        if (data is [(byte)'{', (byte)'"', ..] or [(byte)'[', (byte)'{', (byte)'"', ..] && !PrintedObject.MayBe(data))
            return null;
        var text = Encoding.UTF8.GetString(data[..Math.Min(data.Length, EngineLimits.LookedAt)]).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (IsBinary(text))
            return LogForms.Binary;
        if (text is ['[', ..] && JqStream().IsMatch(text))
            return LogForms.Stream;
        if (text is ['{' or '[', ..] && PrintedObject.Is(text))
            return LogForms.PrintedObject;
        if (text is "" or ['{' or '[' or '\u001E', ..])
            return null;
        if (Array.Exists(s_markups, m => text.StartsWith(m, StringComparison.OrdinalIgnoreCase)))
            return LogForms.Markup;
        if (text.TrimEnd() == "Permission Check Successful")
            return LogForms.Messages;
        return OfText(text);
    }

    private static LogForm? OfText(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // PowerShell 5.1 writes the type of the objects above the columns.
        var head = lines[0].StartsWith("#TYPE", StringComparison.Ordinal) && lines.Length > 1 ? lines[1] : lines[0];
        if (!head.Contains('{') && Columns(head).Length > 1 && (text.Contains("\"\"eventVersion\"\"") || text.Contains("\"\"eventName\"\"")))
            return LogForms.Csv;
        if (!head.Contains('{') && !head.Contains(':') && Columns(head) is { Length: > 1 } columns && columns.Any(IsField))
            return LogForms.Csv;
        var below = lines.SkipWhile(l => l != head).Skip(1).FirstOrDefault() ?? "";
        // Quotes written twice are a cell's, whatever its column is called, and where nothing tells the columns.
        if ((IsColumnOfRecords(head) && below is ['"', '{', ..]) || IsCellOfJson(head) || IsCellOfJson(below))
            return LogForms.Csv;
        var isPrinted = lines[0] is not ['"', ..] && (lines[0] is ['-' or '|' or '+', ..] || lines[0].StartsWith("Events:", StringComparison.Ordinal)
            || lines[0].StartsWith("Records:", StringComparison.Ordinal) || IsPair(lines[0]) || IsTable(lines));
        return isPrinted && Array.Exists(lines, NamesField) ? LogForms.Printed : null;
    }

    // A log that is damaged has a record in it all the same.
    private static bool IsBinary(string text) =>
        !text.Contains("{\"") && !text.Contains("\"event", StringComparison.OrdinalIgnoreCase)
        && text.Count(c => c == '\uFFFD' || (c < ' ' && c is not ('\n' or '\r' or '\t'))) is var strange && strange > 0 && strange * 10 > text.Length;

    private static bool IsColumnOfRecords(string head) =>
        Names.Plain(head) is "cloudtrailevent" or "message" or "raw" or "eventjson" or "json";

    private static bool IsCellOfJson(string line) => line.StartsWith("\"{\"\"", StringComparison.Ordinal);

    private static string[] Columns(string line) =>
        Array.Find((char[])[',', '\t', ';', '|'], c => line.Contains(c)) is var separator and not '\0' && line[0] != separator
            ? line.Split(separator, StringSplitOptions.TrimEntries) : [];

    private static bool IsField(string column) => Array.IndexOf(s_fields, Names.Plain(column)) >= 0;

    // "eventName   : StartIncident", of Format-List, or "eventName: StartIncident".
    private static bool IsPair(string line) =>
        line.IndexOf(':') is var colon and > 0 && !line[..colon].Contains('"') && IsField(line[..colon]);

    // Format-Table underlines each column.
    private static bool IsTable(string[] lines) => lines.Length > 1 && lines[1].Length > 1 && lines[1].All(c => c is '-' or ' ');

    private static bool NamesField(string line) =>
        line.Split([' ', '|', ':', '-', '\''], StringSplitOptions.RemoveEmptyEntries).Any(IsField);

    // A path of names and numbers, and its value; the last of an object has none.
    [GeneratedRegex(@"^\[\s*\[(?>(?:\s*(?:""[^""\\]*""|\d+)\s*,?)+)\s*\]\s*(?:,\s*[""\dtfn{\[-]|\]\s*(?:\[|$))", RegexOptions.CultureInvariant)]
    private static partial Regex JqStream();
}
