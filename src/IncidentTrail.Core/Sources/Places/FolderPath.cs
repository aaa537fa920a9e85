namespace IncidentTrail.Sources.Places;

/// <summary>What a path below a folder begins with.</summary>
internal static class FolderPath
{
    /// <summary>The folder's path with a separator at its end, as that of a drive, or of all, has already.</summary>
    internal static string Inside(string folder) =>
        Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;

    /// <summary>True for the path itself, and for one below it.</summary>
    internal static bool Holds(string root, string path) =>
        path == root || path.StartsWith(Inside(root), StringComparison.Ordinal);
}
