using IncidentTrail.Sources.Places;
using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>
/// Where a log or digest lies in a package: <c>files/bucket/key</c> where it comes from a bucket, and of a copy
/// <c>files/1/path</c>, with the number of the path that was given.
/// </summary>
/// <param name="roots">The paths of the copy; empty for a bucket.</param>
internal sealed class EvidencePaths(IReadOnlyList<string> roots)
{
    /// <summary>The path in the package; null where the place cannot be one.</summary>
    public string? Of(string? path, string? bucket, string? key)
    {
        var (folder, below) = path is not null ? OfCopy(path) : (Segment(bucket ?? ""), key);
        return below is not null && KeyPath.Names(below) is { } names ? $"{EvidenceNames.Content}{folder}/{string.Join('/', names)}" : null;
    }

    /// <summary>The object of a bucket that lies at a path of the package; null where it is none.</summary>
    public static (string Bucket, string Key)? ObjectOf(string name)
    {
        var names = name.Split('/');
        return names.Length < 3 ? null : (Uri.UnescapeDataString(names[1]), KeyPath.KeyOf(names[2..]));
    }

    // Some access points have slashes in their names.
    private static string Segment(string bucket) => string.Join("%2F", KeyPath.Names(bucket) ?? []);

    // What stands above a part of a trail's folders tells what it is a part of.
    private (string, string?) OfCopy(string path)
    {
        for (var i = 0; i < roots.Count; i++)
        {
            var root = Path.TrimEndingDirectorySeparator(roots[i]);
            if (!FolderPath.Holds(root, path))
                continue;
            var whole = path.Replace('\\', '/');
            var trail = root.Replace('\\', '/').LastIndexOf("/AWSLogs", StringComparison.Ordinal);
            return (FormattableString.Invariant($"{i + 1}"),
                trail >= 0 ? whole[(trail + 1)..] : path == root ? Path.GetFileName(path) : whole[FolderPath.Inside(root).Length..]);
        }
        return ("", null);
    }
}
