using System.Buffers.Binary;
using System.IO.Compression;

namespace IncidentTrail.Sources.Places;

/// <summary>Whether a file, or what is compressed in it, is empty or nothing but blanks.</summary>
internal static class BlankFile
{
    private const int SmallestGzip = 20;

    internal static bool Is(string path, long? size)
    {
        if (size is null or 0 or > EngineLimits.LargestBlankFile)
            return size == 0;
        try
        {
            using var file = SharedFile.Open(path);
            var stored = new byte[size.Value];
            file.ReadExactly(stored);
            return IsBlank(stored);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Whoever reads it says what is wrong with it.
            return false;
        }
    }

    private static bool IsBlank(byte[] stored)
    {
        if (!stored.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return IsBlankText(stored);
        using var content = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress))
            gzip.CopyTo(content);
        // A stream that is cut short gives nothing either; only the length at its end tells.
        return stored.Length >= SmallestGzip && BinaryPrimitives.ReadInt32LittleEndian(stored.AsSpan(^4..)) == content.Length
            && IsBlankText(content.ToArray());
    }

    private static bool IsBlankText(ReadOnlySpan<byte> text) =>
        text.Trim((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\n', (byte)'\r', (byte)'\t']).IsEmpty;
}
