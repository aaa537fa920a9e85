using System.IO.Compression;
using System.Text;

namespace IncidentTrail.Tests.Reading;

/// <summary>Makes gzip bytes, whole and spoilt, and reads content to its end.</summary>
internal static class Gzip
{
    internal static byte[] Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    internal static byte[] Of(byte[] content)
    {
        using var made = new MemoryStream();
        using (var gzip = new GZipStream(made, CompressionLevel.Optimal))
            gzip.Write(content);
        return made.ToArray();
    }
}
