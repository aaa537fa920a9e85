using System.Net;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>What a connection takes of the PowerShell session.</summary>
internal interface IAwsSession
{
    /// <summary>The Region that Set-DefaultAWSRegion left; null where there is none.</summary>
    string? Region { get; }

    /// <summary>The credentials that Set-AWSCredential left; null where there are none.</summary>
    Func<TrailCredential>? Credential();

    /// <summary>The proxy that Set-AWSProxy left; null where there is none.</summary>
    /// <exception cref="TrailSourceException">What it left names no proxy.</exception>
    IWebProxy? Proxy();

    /// <summary>The full path of a file that need not be there.</summary>
    string FullPath(string path);

    /// <summary>The code of an MFA device, from the person at the prompt; null where nobody can be asked.</summary>
    string? AskMfaCode(string serial);
}
