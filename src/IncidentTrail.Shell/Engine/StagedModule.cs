using System.Management.Automation;
using System.Reflection;

namespace IncidentTrail.Shell.Engine;

/// <summary>The module that the build laid out for loading.</summary>
internal static class StagedModule
{
    /// <summary>The folder that holds it.</summary>
    public static string Folder { get; } = Path.TrimEndingDirectorySeparator(
        typeof(StagedModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(metadata => metadata.Key == "StagedModule").Value!);

    /// <summary>What to tell the user when the module is not there; null when it is.</summary>
    public static string? Complaint(string folder)
    {
        var manifest = Path.Combine(folder, "IncidentTrail.psd1");
        return File.Exists(manifest)
            ? null
            : $"The module is not staged: '{manifest}' does not exist. Run 'dotnet build' in the repository, and try again.";
    }

    /// <summary>The command that imports it, also from a folder whose name holds wildcard characters.</summary>
    public static PSCommand ImportCommand(string folder) => new PSCommand()
        .AddCommand("Import-Module")
        .AddParameter("Name", WildcardPattern.Escape(Path.Combine(folder, "IncidentTrail.psd1")))
        .AddParameter("ErrorAction", ActionPreference.Stop);
}
