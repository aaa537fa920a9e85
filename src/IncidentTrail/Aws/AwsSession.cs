using System.Management.Automation;
using System.Reflection;

namespace IncidentTrail.PowerShell;

/// <summary>What Set-AWSCredential and Set-DefaultAWSRegion left in the session.</summary>
internal static class AwsSession
{
    /// <summary>The session's credentials; null where there are none.</summary>
    internal static Func<TrailCredential>? Credential(SessionState session, CommandInvocationIntrinsics commands)
    {
        var stored = session.PSVariable.GetValue("StoredAWSCredentials");
        if (stored is null)
            return null;
        return CredentialObject.Reader(stored) ?? CredentialObject.Reader(Hidden(stored)) ?? CredentialObject.Reader(Ask(commands));
    }

    /// <summary>The session's Region; null where there is none.</summary>
    internal static string? Region(SessionState session) => session.PSVariable.GetValue("StoredAWSRegion")?.ToString();

    // AWS.Tools keeps its credentials in a member that is not public.
    private static object? Hidden(object stored)
    {
        var value = stored is PSObject wrapped ? wrapped.BaseObject : stored;
        return value.GetType().GetProperty("Credentials", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            ?.GetValue(value);
    }

    // The variable is there, so the module that has this command is loaded, and looking for it loads nothing.
    private static PSObject? Ask(CommandInvocationIntrinsics commands) =>
        commands.GetCommand("Get-AWSCredential", CommandTypes.Cmdlet) is null ? null
            : commands.InvokeScript("Get-AWSCredential").FirstOrDefault();
}
