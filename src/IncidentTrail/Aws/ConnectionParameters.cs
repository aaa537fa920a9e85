using System.Management.Automation;
using IncidentTrail.PowerShell.Bases;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>Makes the connection that a cmdlet's parameters and its session name.</summary>
internal static class ConnectionParameters
{
    /// <exception cref="TrailSourceException">-Credential holds nothing that can be read.</exception>
    internal static TrailConnection Connection(IConnectionGiven given, IAwsSession session, Action<string> verbose) => new()
    {
        AccessKey = given.AccessKey, SecretKey = given.SecretKey, SessionToken = given.SessionToken,
        Credential = Credential(given.Credential), ProfileName = given.ProfileName.FirstOrDefault(),
        ProfileLocation = given.ProfileLocation is { Length: > 0 } location ? session.FullPath(location) : null,
        SessionCredential = session.Credential(), SessionRegion = session.Region, EndpointUrl = given.EndpointUrl, Proxy = session.Proxy(),
        RoleArn = given.RoleArn.FirstOrDefault(), BucketRoleArn = given.BucketRoleArn, ExternalId = given.ExternalId,
        RoleSessionName = given.RoleSessionName, SourceIdentity = given.SourceIdentity, MfaCode = session.AskMfaCode,
        Verbose = verbose,
    };

    private static Func<TrailCredential>? Credential(object? given)
    {
        if (given is null)
            return null;
        return CredentialObject.Reader(given) ?? throw new TrailSourceException(new TrailFault(
            TrailFaultKind.Argument, nameof(IConnectionGiven.Credential),
            $"-Credential holds no AWS credentials that can be read: it is a {TypeName(given)}.",
            CmdletRemedies.NoCredential));
    }

    private static string TypeName(object value) => (value is PSObject wrapped ? wrapped.BaseObject : value).GetType().Name;
}
