using System.Buffers.Binary;
using System.IO.Compression;
using IncidentTrail.Sources.Places;

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
    private const int LineSize = 46;
    private const int OtherName = 0x7075;

    // The size stands behind the content.
    private const int Deferred = 8;
    private const int Deflated = 8;

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
        using var file = SharedFile.Open(path);
        Span<byte> head = stackalloc byte[EntrySize];
        var at = 0L;
        var told = new List<(uint Form, uint Crc, uint Packed, uint Size)>(zip.Entries.Count);
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
            var extra = BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
            if (HasOtherName(file, at + EntrySize + own.Length, extra))
                return SecondName(name);
            var content = at + EntrySize + own.Length + extra;
            at = content + entry.CompressedLength;
            told.Add((Number(head[6..]), Number(head[14..]), Number(head[18..]), Number(head[22..])));
            if ((head[6] & Deferred) == 0)
                continue;
            if (DeferredEntry.Descriptor(file, at, entry) is not { } descriptor)
                return $"The archive tells another form of its entry {name} behind the content than in its directory.";
            // What is stored as it is has the hash that the manifest names.
            if (BinaryPrimitives.ReadUInt16LittleEndian(head[8..]) == Deflated && !DeferredEntry.IsFilled(file, content, entry.CompressedLength))
                return $"The archive holds something behind the content of its entry {name} that its directory does not list.";
            at += descriptor;
            // Some programs know the size before, and none the checksum.
            var (form, crc, packed, size) = told[^1];
            told[^1] = (form, crc == 0 ? entry.Crc32 : crc, packed == 0 ? uint.MaxValue : packed, size == 0 ? uint.MaxValue : size);
        }
        return Rest(file, at, zip, told);
    }

    // Behind the entries: a line each in the directory, and the end, which of a large archive has two more parts.
    private static string? Rest(FileStream file, long at, ZipArchive zip, List<(uint Form, uint Crc, uint Packed, uint Size)> told)
    {
        Span<byte> head = stackalloc byte[LineSize];
        for (var i = 0; i < told.Count; i++)
        {
            file.Position = at;
            if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || Number(head) != Directory)
                return "The archive holds something between its entries and its directory.";
            // Who reads it from its beginning would unpack by the one, and others by the other. A long form stands elsewhere.
            var (form, crc, packed, size) = told[i];
            if (form != Number(head[8..]) || crc != Number(head[16..]) || !Agree(packed, Number(head[20..])) || !Agree(size, Number(head[24..])))
                return $"The archive tells another form of its entry {zip.Entries[i].FullName} before the content than in its directory.";
            if (HasOtherName(file, at + LineSize + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]), BinaryPrimitives.ReadUInt16LittleEndian(head[30..])))
                return SecondName(zip.Entries[i].FullName);
            at += LineSize + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
        }
        file.Position = at;
        var read = file.ReadAtLeast(head, EndSize, throwOnEndOfStream: false);
        const int BigEndSize = 56 + 20;
        var isEnd = read >= EndSize && (Number(head) == End ? file.Length == at + EndSize
            : Number(head) == BigEnd && file.Length == at + BigEndSize + EndSize);
        return isEnd ? null : "The archive holds something behind its directory.";
    }

    private static string SecondName(string name) => $"The archive has a second name for its entry {name}, by which some programs would unpack it.";

    private static bool Agree(uint one, uint other) => one == other || one == uint.MaxValue || other == uint.MaxValue;

    private static bool HasOtherName(FileStream file, long at, int length)
    {
        var extra = new byte[length];
        file.Position = at;
        file.ReadAtLeast(extra, length, throwOnEndOfStream: false);
        for (var i = 0; i + 4 <= length; i += 4 + BinaryPrimitives.ReadUInt16LittleEndian(extra.AsSpan(i + 2)))
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra.AsSpan(i)) == OtherName)
                return true;
        }
        return false;
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
