using System.IO.Compression;
using System.Text;

namespace IncidentTrail.Forms;

/// <summary>JSON in base64, plain or gzip: what Lambda gets of CloudWatch Logs, and what Kinesis carries.</summary>
internal static class PackedText
{
    /// <summary>True for what begins as base64 of gzip or of JSON does.</summary>
    internal static bool Begins(ReadOnlySpan<byte> text) =>
        text.StartsWith("H4sI"u8) || text.StartsWith("eyJ"u8) || text.StartsWith("ewo"u8) || text.StartsWith("eyA"u8) || text.StartsWith("W3s"u8);

    internal static bool Begins(string text) => Begins(Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, 8)]));

    /// <summary>The bytes inside; null where it is something else after all.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unpacked">What came out of all texts, this one added.</param>
    internal static byte[]? Unpack(string text, ref long unpacked)
    {
        if (!Begins(text))
            return null;
        unpacked += Math.Max(text.Length, HostileLimits.LeastPacked);
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length))
            return null;
        bytes = bytes[..length];
        for (var layer = 0; layer < 2 && bytes is [0x1F, 0x8B, ..]; layer++)
        {
            if (Inflate(bytes, ref unpacked) is not { } inflated)
                return null;
            bytes = inflated;
        }
        return bytes;
    }

    private static byte[]? Inflate(byte[] stored, ref long unpacked)
    {
        using var content = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, read);
                unpacked += read;
                if (content.Length > HostileLimits.LargestPacked)
                    return null;
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return content.ToArray();
    }
}
