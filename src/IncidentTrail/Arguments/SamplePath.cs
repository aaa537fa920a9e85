using System.Management.Automation;
using IncidentTrail.Loading;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>
/// The small invented trail that comes with the module: <c>sample:</c> names it wherever a path is taken, <c>sample:NAME</c> a file
/// beside it. It is no drive, which could not be there yet in the line that loads the module; a drive of that name goes before it.
/// </summary>
internal static class SamplePath
{
    private const string Drive = "sample";

    // The folder of a trail. What lies beside it, each an incident of its own, would blur the one that the trail tells.
    private const string Trail = "AWSLogs";

    /// <summary>The folder of the sample's trail.</summary>
    internal static string Folder => System.IO.Path.Combine(ModuleFolder.Path, Drive, Trail);

    /// <summary>The module's folder and what the path names below it; null where the path does not name the sample.</summary>
    internal static (string Folder, string Below)? Find(string path, PSCmdlet cmdlet)
    {
        if (!path.StartsWith(Drive + ":", StringComparison.OrdinalIgnoreCase) || IsDrive(cmdlet))
            return null;
        var name = path[(Drive.Length + 1)..].TrimStart('/', '\\');
        return (ModuleFolder.Path, $"/{Drive}/{(name.Length == 0 ? Trail : name)}");
    }

    /// <summary>What to write instead, where the sample was likely meant; else null.</summary>
    internal static string? Hint(string path, PSCmdlet cmdlet)
    {
        if (path.Equals(Drive, StringComparison.OrdinalIgnoreCase))
            return CmdletRemedies.SampleHasColon;
        if (Find(path, cmdlet) is not var (folder, _))
            return null;
        var names = Directory.EnumerateFiles(System.IO.Path.Combine(folder, Drive)).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal);
        return $"{CmdletRemedies.SampleHolds} {string.Join(", ", names)}.";
    }

    private static bool IsDrive(PSCmdlet cmdlet) =>
        cmdlet.SessionState.Drive.GetAll().Any(drive => drive.Name.Equals(Drive, StringComparison.OrdinalIgnoreCase));
}
