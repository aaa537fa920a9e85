using System.Management.Automation;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>
/// A folder that is to be made under the name of an archive: whoever gives one would wait for a file, and what opens archives
/// would call the folder a broken one. A slash at the end says that a folder is meant.
/// </summary>
internal static class ArchiveName
{
    private static readonly string[] s_endings = [".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar"];

    /// <summary>Ends the cmdlet where the name is that of an archive, and nothing of that name is there yet.</summary>
    /// <param name="cmdlet">The cmdlet that makes the folder.</param>
    /// <param name="given">The path as it was typed.</param>
    /// <param name="full">The full path.</param>
    /// <param name="remedy">What is written instead.</param>
    /// <param name="written">The ending under which the cmdlet writes an archive, if it does.</param>
    internal static void Refuse(PSCmdlet cmdlet, string given, string full, string remedy, string? written = null)
    {
        var ending = System.IO.Path.GetExtension(given);
        if (s_endings.Contains(ending, StringComparer.OrdinalIgnoreCase) && !ending.Equals(written, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(full))
            cmdlet.ThrowTerminatingError(TrailErrors.Argument("Destination", $"-Destination '{given}' is the name of an archive, and no {ending} is written. {remedy}"));
    }
}
