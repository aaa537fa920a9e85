namespace IncidentTrail.Sources.Names;

/// <summary>Writes names of folders into messages.</summary>
internal static class FolderNames
{
    /// <summary>The first names, and how many there are besides.</summary>
    public static string Text(IReadOnlyCollection<string> names, int shown) =>
        string.Join(", ", names.Take(shown)) + (names.Count > shown ? FormattableString.Invariant($" and {names.Count - shown} more") : "");
}
