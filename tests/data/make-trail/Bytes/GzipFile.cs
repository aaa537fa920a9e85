using System.Buffers.Binary;

namespace IncidentTrail.SampleTrail;

/// <summary>A gzip file (RFC 1952) without name or time of its making, so that equal content is equal bytes.</summary>
internal static class GzipFile
{
    // Magic, method deflate, no flags, no time, no level, unknown system.
    private static readonly byte[] Header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255];

    public static byte[] Of(byte[] plain)
    {
        var trailer = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Crc32(plain));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), (uint)plain.Length);
        return [.. Header, .. FixedDeflate.Compress(plain), .. trailer];
    }

    private static uint Crc32(byte[] plain)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in plain)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }

        return ~crc;
    }
}
