using System.Management.Automation;
using System.Net;
using System.Reflection;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>The session a cmdlet runs in, with what Set-AWSCredential and Set-DefaultAWSRegion left there.</summary>
internal sealed class AwsSession(PSCmdlet cmdlet) : IAwsSession
{
    public string? Region => cmdlet.SessionState.PSVariable.GetValue("StoredAWSRegion")?.ToString();

    public Func<TrailCredential>? Credential()
    {
        var stored = cmdlet.SessionState.PSVariable.GetValue("StoredAWSCredentials");
        if (stored is null)
            return null;
        return CredentialObject.Reader(stored) ?? CredentialObject.Reader(Hidden(stored)) ?? CredentialObject.Reader(Ask());
    }

    public IWebProxy? Proxy() => SessionProxy.Of(cmdlet.SessionState);

    public string FullPath(string path) => cmdlet.GetUnresolvedProviderPathFromPSPath(path);

    public string? AskMfaCode(string serial) => MfaPrompt.Ask(cmdlet.Host, serial);

    // AWS.Tools keeps its credentials in a member that is not public.
    private static object? Hidden(object stored)
    {
        var value = stored is PSObject wrapped ? wrapped.BaseObject : stored;
        return value.GetType().GetProperty("Credentials", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            ?.GetValue(value);
    }

    // The variable is there, so the module that has this command is loaded, and looking for it loads nothing.
    private PSObject? Ask() =>
        cmdlet.InvokeCommand.GetCommand("Get-AWSCredential", CommandTypes.Cmdlet) is null ? null
            : cmdlet.InvokeCommand.InvokeScript("Get-AWSCredential").FirstOrDefault();
}
