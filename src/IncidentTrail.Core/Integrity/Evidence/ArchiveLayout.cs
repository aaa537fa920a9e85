using System.Buffers.Binary;
using System.IO.Compression;
using IncidentTrail.Sources;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>
/// Looks for what an archive holds beside the entries that its directory lists: bytes before, between and behind them, or a
/// second name. Programs that read an archive from its beginning would unpack it.
/// </summary>
internal static class ArchiveLayout
{
    private const uint Entry = 0x04034b50;
    private const uint Directory = 0x02014b50;
    private const uint BigEnd = 0x06064b50;
    private const uint End = 0x06054b50;
    private const int EntrySize = 30;
    private const int EndSize = 22;

    /// <summary>What is odd; nothing in an archive as this module writes it.</summary>
    public static IEnumerable<string> Oddities(string path, ZipArchive zip)
    {
        if (zip.Comment.Length > 0 || zip.Entries.Any(entry => entry.Comment.Length > 0))
            yield return "The archive has a comment, which no manifest covers.";
        if (Between(path, zip) is { } why)
            yield return why;
    }

    private static string? Between(string path, ZipArchive zip)
    {
        using var file = FileSource.Open(path);
        Span<byte> head = stackalloc byte[EntrySize];
        var at = 0L;
        foreach (var entry in zip.Entries)
        {
            file.Position = at;
            var name = entry.FullName;
            if (file.ReadAtLeast(head, EntrySize, throwOnEndOfStream: false) < EntrySize || Number(head) != Entry)
                return $"The archive holds something before its entry {name} that its directory does not list.";
            var own = new byte[BinaryPrimitives.ReadUInt16LittleEndian(head[26..])];
            file.ReadAtLeast(own, own.Length, throwOnEndOfStream: false);
            if (System.Text.Encoding.UTF8.GetString(own) != name)
                return $"The archive has two names for one entry: {name} in its directory, and another before the content.";
            if (entry.CompressedLength > file.Length)
                return $"The archive is shorter than its entry {name}, as its directory says.";
            at += EntrySize + own.Length + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) + entry.CompressedLength;
        }
        return Rest(file, at, zip.Entries.Count);
    }

    // Behind the entries: a line each in the directory, and the end, which of a large archive has two more parts.
    private static string? Rest(FileStream file, long at, int count)
    {
        Span<byte> head = stackalloc byte[46];
        for (; count > 0; count--)
        {
            file.Position = at;
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || Number(head) != Directory)
                return "The archive holds something between its entries and its directory.";
            at += head.Length + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
        }
        file.Position = at;
        var read = file.ReadAtLeast(head, EndSize, throwOnEndOfStream: false);
        const int BigEndSize = 56 + 20;
        var isEnd = read >= EndSize && (Number(head) == End ? file.Length == at + EndSize
            : Number(head) == BigEnd && file.Length == at + BigEndSize + EndSize);
        return isEnd ? null : "The archive holds something behind its directory.";
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
