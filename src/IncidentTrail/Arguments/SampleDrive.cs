using System.Management.Automation;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>
/// The sample as a drive of the session, from the import on: for what does not ask the module. Behind
/// <c>Get-IncidentTrailEvent sample: |</c> Tab offers no property where PowerShell cannot find the drive of a path.
/// </summary>
internal static class SampleDrive
{
    private const string Scope = "global";

    // What tells it from a drive of the user's own, whichever copy of the module made it.
    private const string Mark = "The sample trail of IncidentTrail";

    // Of the session that this thread runs; a command that asked for it would take longer than the rest of the work.
    private static SessionState Session => new PSModuleInfo(linkToGlobal: true).SessionState;

    /// <summary>True for the drive that an import made.</summary>
    internal static bool IsOurs(PSDriveInfo drive) => drive.Description == Mark;

    /// <summary>Makes the drive, where there is none of that name.</summary>
    internal static void Make()
    {
        var session = Session;
        // A session may be without the file system's provider, and a copy of the module without the sample.
        if (SamplePath.DriveOf(session) is null && Directory.Exists(SamplePath.Root)
            && session.Provider.GetAll().FirstOrDefault(provider => provider.Name == "FileSystem") is { } files)
        {
            session.Drive.New(new PSDriveInfo(SamplePath.Drive, files, SamplePath.Root, Mark, null), Scope);
        }
    }

    /// <summary>Takes it away again.</summary>
    internal static void Remove()
    {
        var session = Session;
        // Who stands in it would be nowhere.
        if (SamplePath.DriveOf(session) is { } there && IsOurs(there) && session.Drive.Current.Name != there.Name)
            session.Drive.Remove(there.Name, force: true, Scope);
    }
}
