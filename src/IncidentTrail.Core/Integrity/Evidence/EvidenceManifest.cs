using System.Text;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>
/// The SHA-256 of each file in a package, a line each: hex, two blanks, the path. It is what <c>sha256sum -c</c> reads, and
/// nothing in it is left unchecked: one set of files has one manifest, to the byte.
/// </summary>
internal sealed class EvidenceManifest
{
    private const int Hex = 64;

    private readonly SortedDictionary<string, string> _sums = new(StringComparer.Ordinal);

    /// <summary>The paths, in order, each with its sum.</summary>
    public IReadOnlyDictionary<string, string> Sums => _sums;

    /// <summary>Adds a file.</summary>
    public void Add(string name, string sha256) => _sums.Add(name, sha256);

    /// <summary>Reads a manifest. Throws <see cref="FormatException"/> that says what is wrong where it is none.</summary>
    public static EvidenceManifest Parse(ReadOnlySpan<byte> bytes)
    {
        var manifest = new EvidenceManifest();
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var line = lines[i];
            if (line.Length <= Hex + 2 || !line.AsSpan(0, Hex).ToString().All(char.IsAsciiHexDigitLower) || line.AsSpan(Hex, 2) is not "  "
                || line[Hex + 2] is '/' or ' ' || !manifest._sums.TryAdd(line[(Hex + 2)..], line[..Hex]))
                throw new FormatException(FormattableString.Invariant($"its line {i + 1} is no sum and path, or names a file again"));
        }
        return manifest.ToBytes().AsSpan().SequenceEqual(bytes)
            ? manifest : throw new FormatException("its lines are not in order, or something else is in it");
    }

    /// <summary>The text.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Concat(_sums.Select(sum => $"{sum.Value}  {sum.Key}\n")));
}
