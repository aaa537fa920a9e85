using System.Management.Automation;
using IncidentTrail.Loading;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>
/// The small invented trail that comes with the module: <c>sample:</c> names it wherever a path is taken, <c>sample:NAME</c> a file
/// beside it. <see cref="SampleDrive"/> shows it to PowerShell as a drive, and a path needs none; a drive of the user's own that has
/// that name goes before it.
/// </summary>
internal static class SamplePath
{
    /// <summary>The name, without its colon.</summary>
    internal const string Drive = "sample";

    // The folder of a trail. What lies beside it, each an incident of its own, would blur the one that the trail tells.
    private const string Trail = "AWSLogs";

    /// <summary>The folder of the sample's trail.</summary>
    internal static string Folder => System.IO.Path.Combine(Root, Trail);

    /// <summary>The folder of the trail and of what lies beside it.</summary>
    internal static string Root => System.IO.Path.Combine(ModuleFolder.Path, Drive);

    /// <summary>The drive of that name, whoever made it; null where there is none.</summary>
    internal static PSDriveInfo? DriveOf(SessionState session) =>
        session.Drive.GetAll().FirstOrDefault(drive => drive.Name.Equals(Drive, StringComparison.OrdinalIgnoreCase));

    /// <summary>The module's folder and what the path names below it; null where the path does not name the sample.</summary>
    internal static (string Folder, string Below)? Find(string path, PSCmdlet cmdlet)
    {
        if (!path.StartsWith(Drive + ":", StringComparison.OrdinalIgnoreCase) || IsTheirs(cmdlet))
            return null;
        var name = path[(Drive.Length + 1)..].TrimStart('/', '\\');
        return (ModuleFolder.Path, $"/{Drive}/{(name.Length == 0 ? Trail : name)}");
    }

    /// <summary>Why nothing is written to a place; null where it lies elsewhere than in the sample.</summary>
    /// <param name="path">The path as it was typed.</param>
    /// <param name="full">The full path, which a drive or the current location may have made of it.</param>
    internal static TrailFault? FaultOfWriting(string path, string full) =>
        $"{System.IO.Path.GetFullPath(full)}{System.IO.Path.DirectorySeparatorChar}".StartsWith(
            Root + System.IO.Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase)
            ? new TrailFault(
                TrailFaultKind.Argument, path, $"'{path}' is in the sample trail that comes with the module, and nothing is written there.",
                CmdletRemedies.WriteElsewhere)
            : null;

    /// <summary>What to write instead, where the sample was likely meant; else null.</summary>
    internal static string? Hint(string path, PSCmdlet cmdlet)
    {
        if (path.Equals(Drive, StringComparison.OrdinalIgnoreCase))
            return CmdletRemedies.SampleHasColon;
        if (Find(path, cmdlet) is null)
            return null;
        var names = Directory.EnumerateFiles(Root).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal);
        return $"{CmdletRemedies.SampleHolds} {string.Join(", ", names)}.";
    }

    private static bool IsTheirs(PSCmdlet cmdlet) => DriveOf(cmdlet.SessionState) is { } drive && !SampleDrive.IsOurs(drive);
}
