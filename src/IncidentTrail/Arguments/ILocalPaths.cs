namespace IncidentTrail.PowerShell.Arguments;

/// <summary>Turns paths as people type them into full paths; what is missing has been said as an error, and gives none.</summary>
internal interface ILocalPaths
{
    /// <summary>The files and folders a path with wildcards names.</summary>
    IEnumerable<string> OfPattern(string path);

    /// <summary>The one file or folder a path names as it is written.</summary>
    IEnumerable<string> OfLiteral(string path);

    /// <summary>True where a file or folder of just that name is there. Nothing is said.</summary>
    bool IsThere(string path);
}
