using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sources.Files;

/// <summary>A file that was met below a folder, or what is to be said of a folder that is not read.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Folder">The full path of the folder it is in.</param>
/// <param name="Place">What the folders above it tell.</param>
/// <param name="Notice">What is to be said; null for a file.</param>
internal readonly record struct WalkedFile(string Path, string Folder, LogFolder Place, TrailNotice? Notice)
{
    /// <summary>Its name.</summary>
    internal ReadOnlySpan<char> Name => System.IO.Path.GetFileName(Path.AsSpan());
}
