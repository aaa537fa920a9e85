using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>What the files of a package are called. Their ending makes every reader of logs leave them alone.</summary>
internal static class EvidenceNames
{
    /// <summary>The sum of each other file.</summary>
    public const string Manifest = "manifest" + SavedManifest.Extension;

    /// <summary>Who asked for what, and when.</summary>
    public const string Request = "request" + SavedManifest.Extension;

    /// <summary>The verdicts.</summary>
    public const string Results = "results" + SavedManifest.Extension;

    /// <summary>The public keys that signatures were checked with.</summary>
    public const string Keys = "public-keys" + SavedManifest.Extension;

    /// <summary>The folder of the logs and digests.</summary>
    public const string Content = "files/";

    /// <summary>What is in every package beside the logs and digests.</summary>
    public static readonly string[] Own = [Manifest, Request, Results, Keys, PackedSignatures.Name];

    /// <summary>True where names are those of a package, also of one that lacks some.</summary>
    public static bool IsPackage(IEnumerable<string> names) => names.Any(Own.Contains);

    /// <summary>
    /// The folder of an archive that a package lies in, with its slash, as programs write it that compress a folder: empty where it lies
    /// in none, null where there is no package, or nobody can tell which folder is it.
    /// </summary>
    public static string? FolderOf(IEnumerable<string> names)
    {
        var folders = names.Select(name => (Folder: name[..(name.IndexOf('/') + 1)], name))
            .Where(entry => Own.Contains(entry.name[entry.Folder.Length..])).Select(entry => entry.Folder).ToHashSet(StringComparer.Ordinal);
        return folders.Contains("") ? "" : folders.Count == 1 && folders.Single() is var one and not ("/" or "./" or "../") ? one : null;
    }
}
