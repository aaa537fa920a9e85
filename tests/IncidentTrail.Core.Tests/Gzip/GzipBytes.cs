using System.IO.Compression;
using System.Text;

namespace IncidentTrail.Tests.Gzip;

/// <summary>Makes gzip bytes, whole and spoilt, and reads content to its end.</summary>
internal static class GzipBytes
{
    internal static byte[] Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    internal static byte[] Of(byte[] content) => Of(content, CompressionLevel.Optimal);

    /// <summary>Gzip whose blocks hold the content as it is.</summary>
    internal static byte[] Stored(byte[] content) => Of(content, CompressionLevel.NoCompression);

    private static byte[] Of(byte[] content, CompressionLevel level)
    {
        using var made = new MemoryStream();
        using (var gzip = new GZipStream(made, level))
            gzip.Write(content);
        return made.ToArray();
    }
}
