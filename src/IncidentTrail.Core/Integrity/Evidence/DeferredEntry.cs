using System.Buffers.Binary;
using System.IO.Compression;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>
/// An entry of an archive whose size and checksum stand behind its content, as programs write it that do not go back: what macOS
/// and GNOME make of a folder.
/// </summary>
internal static class DeferredEntry
{
    private const uint Mark = 0x08074b50;
    private const int LongestDescriptor = 24;

    // Whoever reads an archive from its beginning needs as much for another entry.
    private const int ShortestEntry = 30;

    /// <summary>The length of what stands behind an entry's content; null where it does not tell the entry of the directory.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="at">Where the content ends.</param>
    /// <param name="entry">The entry.</param>
    public static int? Descriptor(FileStream file, long at, ZipArchiveEntry entry)
    {
        var bytes = new byte[LongestDescriptor];
        file.Position = at;
        var read = bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        foreach (var form in Forms(entry))
        {
            if (read.StartsWith(form))
                return form.Length;
        }
        return null;
    }

    /// <summary>True where the deflated content of an entry ends where it says, so that nobody finds another entry in it.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="at">Where the content begins.</param>
    /// <param name="length">How long it is.</param>
    public static bool IsFilled(FileStream file, long at, long length)
    {
        file.Position = at;
        using var tail = new TailWatch(file, length, Math.Max(length - ShortestEntry, 0));
        using var inflated = new DeflateStream(tail, CompressionMode.Decompress);
        var piece = new byte[EngineLimits.SavedAtOnce];
        try
        {
            while (inflated.Read(piece) > 0 && !tail.IsReached)
            {
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }
        return tail.IsReached;
    }

    private static IEnumerable<byte[]> Forms(ZipArchiveEntry entry)
    {
        foreach (var isMarked in new[] { true, false })
        {
            foreach (var size in new[] { sizeof(uint), sizeof(ulong) })
            {
                var form = new byte[(isMarked ? 8 : 4) + (2 * size)];
                if (isMarked)
                    BinaryPrimitives.WriteUInt32LittleEndian(form, Mark);
                BinaryPrimitives.WriteUInt32LittleEndian(form.AsSpan(isMarked ? 4 : 0), entry.Crc32);
                Write(form.AsSpan(form.Length - (2 * size), size), entry.CompressedLength);
                Write(form.AsSpan(form.Length - size), entry.Length);
                yield return form;
            }
        }
    }

    private static void Write(Span<byte> into, long value)
    {
        if (into.Length == sizeof(ulong))
            BinaryPrimitives.WriteInt64LittleEndian(into, value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(into, (uint)value);
    }
}
