using System.IO.Compression;

namespace IncidentTrail.Gzip;

/// <summary>
/// Says what is wrong with a gzip file that could not be read, and gives what it still holds. It inflates once more,
/// feeding single bytes near the fault, to learn where the deflate data stops: slow, and only for files with a fault.
/// </summary>
internal static class GzipDiagnosis
{
    /// <summary>Which fault a member that begins there has whose inflation threw, after so many inflated bytes.</summary>
    internal static ContentFault OfCorrupt(Stream stored, long start, long inflated)
    {
        var (end, length, crc) = Inflate(stored, start);
        Span<byte> trailer = stackalloc byte[8];
        if (end < 0)
            return ContentFault.Corrupt(inflated);
        stored.Position = end;
        if (stored.ReadAtLeast(trailer, 8, throwOnEndOfStream: false) is var had and < 8)
            return ContentFault.Truncated(end + had);
        if (BitConverter.ToUInt32(trailer) != crc)
            return ContentFault.WrongChecksum();
        if (BitConverter.ToUInt32(trailer[4..]) != (uint)length)
            return ContentFault.WrongLength();
        return stored.ReadByte() >= 0 ? ContentFault.Junk(end + 8) : ContentFault.Corrupt(inflated);
    }

    /// <summary>
    /// The content again from its beginning, without a look at its checksum: to its end, or to the byte that is corrupt.
    /// Reading ends with 0 or an exception then.
    /// </summary>
    /// <param name="stored">The file.</param>
    /// <param name="start">Where the member begins.</param>
    /// <param name="handed">How many bytes of it the inflater had when it threw.</param>
    internal static Stream? Salvage(Stream stored, long start, long handed)
    {
        var body = SkipHeader(stored, start);
        if (body < 0)
            return null;
        var feed = new CountingFeed(stored, body, Math.Max(body, handed - (2 * CountingFeed.Chunk)));
        return new DeflateStream(feed, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>The position after a member and its trailer; <paramref name="otherwise"/> where it cannot be told.</summary>
    internal static long EndOfMember(Stream stored, long start, long otherwise) =>
        Inflate(stored, start).End is var end and >= 0 ? end + 8 : otherwise;

    private static (long End, long Length, uint Crc) Inflate(Stream stored, long start)
    {
        var body = SkipHeader(stored, start);
        if (body < 0)
            return (-1, 0, 0);
        // The chunk in which the data stops, then the byte.
        var coarse = new CountingFeed(stored, body, long.MaxValue);
        if (!Run(coarse, out _, out _))
            return (-1, 0, 0);
        var fine = new CountingFeed(stored, body, Math.Max(body, coarse.Handed - CountingFeed.Chunk));
        return Run(fine, out var length, out var crc) ? (fine.Handed, length, crc) : (-1, 0, 0);
    }

    private static bool Run(CountingFeed feed, out long length, out uint crc)
    {
        var buffer = new byte[64 * 1024];
        var sum = new Crc32();
        length = 0;
        using var inflater = new DeflateStream(feed, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            for (int read; (read = inflater.Read(buffer)) > 0; length += read)
                sum.Append(buffer.AsSpan(0, read));
        }
        catch (InvalidDataException)
        {
            crc = 0;
            return false;
        }
        crc = sum.Value;
        return !feed.RanDry;
    }

    private static long SkipHeader(Stream stored, long start)
    {
        stored.Position = start;
        Span<byte> fixedPart = stackalloc byte[10];
        if (stored.ReadAtLeast(fixedPart, 10, throwOnEndOfStream: false) < 10 || !GzipFeed.IsMember(fixedPart))
            return -1;
        var flags = fixedPart[3];
        if ((flags & 4) != 0)
        {
            int low = stored.ReadByte(), high = stored.ReadByte();
            if (high < 0)
                return -1;
            stored.Position += low | (high << 8);
        }
        for (var texts = ((flags >> 3) & 1) + ((flags >> 4) & 1); texts > 0; texts--)
        {
            int b;
            do
                b = stored.ReadByte();
            while (b > 0);
            if (b < 0)
                return -1;
        }
        return stored.Position + ((flags & 2) != 0 ? 2 : 0);
    }
}
