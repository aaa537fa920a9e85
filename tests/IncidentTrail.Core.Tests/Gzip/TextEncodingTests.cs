using System.Text;
using static IncidentTrail.Tests.Gzip.GzipReaderTests;

namespace IncidentTrail.Tests.Gzip;

/// <summary>Text that is not UTF-8 is read by its mark, or by the zeros beside its first character, compressed or not.</summary>
public sealed class TextEncodingTests
{
    public static TheoryData<string, bool, bool> Writings()
    {
        var writings = new TheoryData<string, bool, bool>();
        foreach (var encoding in new[] { "utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE" })
        {
            foreach (var (marked, compressed) in new[] { (true, true), (true, false), (false, true), (false, false) })
                writings.Add(encoding, marked, compressed);
        }
        return writings;
    }

    [Theory]
    [MemberData(nameof(Writings))]
    public void Every_encoding_gives_the_same_text(string name, bool marked, bool compressed)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = "{\"name\":\"Zo\u00e9 \U0001F600\"}" + new string(' ', 30_000) + "[]";
        byte[] written = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        var (read, reader) = ReadAll(compressed ? GzipBytes.Of(written) : written);

        Assert.Null(reader.Fault);
        Assert.Equal(text, Encoding.UTF8.GetString(read).TrimStart('\uFEFF'));
    }
}
