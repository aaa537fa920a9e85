using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>Asks the person at the prompt for the code of an MFA device.</summary>
internal static class MfaPrompt
{
    /// <summary>The code; null where nobody can be asked.</summary>
    internal static string? Ask(PSHost host, string serial)
    {
        // There pwsh ends the whole script without a word instead.
        if (host.Name == "ConsoleHost" && Console.IsInputRedirected)
            return null;

        try
        {
            host.UI.Write($"Code of the MFA device {serial}: ");
            using var typed = host.UI.ReadLineAsSecureString();
            return new NetworkCredential("", typed).Password;
        }
        catch (Exception e) when (e is HostException or NotImplementedException or InvalidOperationException
            or PSInvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }
}
