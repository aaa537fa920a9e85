using System.Management.Automation;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>The public keys in the files that -PublicKeyPath names.</summary>
internal static class PublicKeys
{
    /// <summary>The keys; null where no file is named. Without the keys that were named nothing can be tested as it was meant: it ends the cmdlet.</summary>
    internal static KeyFile? Read(PSCmdlet cmdlet, string[] paths)
    {
        if (paths.Length == 0)
            return null;
        var files = new LocalPaths(cmdlet, fault => cmdlet.ThrowTerminatingError(TrailErrors.Record(fault)));
        try
        {
            return KeyFile.Read([.. paths.SelectMany(files.OfPattern)]);
        }
        catch (TrailSourceException e)
        {
            cmdlet.ThrowTerminatingError(TrailErrors.Record(e.Fault));
            throw;
        }
    }
}
