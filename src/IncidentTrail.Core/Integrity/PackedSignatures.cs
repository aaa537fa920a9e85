using System.Text;
using IncidentTrail.Sources.Places;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Integrity;

/// <summary>The signatures of the digests in a package of evidence as text: a line each, the hex, two blanks, the path in the package.</summary>
internal static class PackedSignatures
{
    /// <summary>The name of the file.</summary>
    public const string Name = "signatures" + SavedManifest.Extension;

    private const string Between = "  ";

    /// <summary>The text.</summary>
    public static string Text(IEnumerable<(string Name, string Signature)> signatures) => string.Concat(
        signatures.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => one.Signature + Between + one.Name + '\n'));

    /// <summary>Reads the text: the signatures by the path in the package.</summary>
    public static IEnumerable<(string Name, string Signature)> Parse(string text) => text.Split('\n')
        .Select(line => line.Split(Between, 2)).Where(parts => parts.Length == 2 && !parts[1].Contains('\0')).Select(parts => (parts[1], parts[0]));

    /// <summary>The signatures of a package that lies unpacked in a folder; none where it is no package.</summary>
    public static IEnumerable<(string Name, string Signature)> Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) && !OneWayFile.Is(path) ? Parse(File.ReadAllText(path, Encoding.UTF8)) : [];
    }
}
