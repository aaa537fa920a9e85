using System.Management.Automation;
using IncidentTrail.PowerShell.Output;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>The place that a report or a package is to be written to, known before anything is read for it.</summary>
internal static class ReportPath
{
    /// <summary>The full path. Where nothing can be written there, the cmdlet ends.</summary>
    /// <param name="cmdlet">The cmdlet that writes.</param>
    /// <param name="path">The path as it was typed.</param>
    /// <param name="isFolder">True where it is a folder, or ends as one: that one need not be there yet.</param>
    internal static string Of(PSCmdlet cmdlet, string path, out bool isFolder)
    {
        try
        {
            var full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            isFolder = Directory.Exists(full) || System.IO.Path.EndsInDirectorySeparator(path);
            full = System.IO.Path.TrimEndingDirectorySeparator(full);
            var folder = System.IO.Path.GetDirectoryName(full);
            if (provider.Name != "FileSystem")
                cmdlet.ThrowTerminatingError(TrailErrors.Argument(path, $"'{path}' is in the provider {provider.Name}; it is written to the file system."));
            else if (SamplePath.FaultOfWriting(path, full) is { } inSample)
                cmdlet.ThrowTerminatingError(TrailErrors.Record(inSample));
            else if (folder is not null && !Directory.Exists(folder))
                cmdlet.ThrowTerminatingError(TrailErrors.NoFolder(full, folder));
            return full;
        }
        catch (Exception e) when (e is DriveNotFoundException or ProviderNotFoundException)
        {
            cmdlet.ThrowTerminatingError(
                OtherPlace.FaultOfWriting(path) is { } elsewhere ? TrailErrors.Record(elsewhere) : TrailErrors.NotFound(path, e.Message));
            throw;
        }
    }
}
