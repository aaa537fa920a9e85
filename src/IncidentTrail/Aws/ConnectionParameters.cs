using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>Makes the connection that a cmdlet's parameters and its session name.</summary>
internal static class ConnectionParameters
{
    /// <summary>
    /// The parameters that were given and name AWS where only files or text are read: <c>-ProfileName, -RoleArn</c>. They stand in
    /// every parameter set, since a default that a person has set for all cmdlets must not keep a path from binding.
    /// </summary>
    internal static string Unused(ICmdlet cmdlet) =>
        cmdlet.ParameterSet is ParameterSets.Path or ParameterSets.LiteralPath or ParameterSets.Json
        && !cmdlet.IsBound(nameof(TrailSourceCommand.RequireValid))
            ? string.Join(", ", AwsParameters.Names.Where(cmdlet.IsBound).Select(name => "-" + name)) : string.Empty;

    /// <exception cref="TrailSourceException">-Credential holds nothing that can be read.</exception>
    internal static TrailConnection Connection(TrailConnectionCommand given, IAwsSession session, Action<string> verbose) => new()
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
            TrailFaultKind.Argument, nameof(TrailConnectionCommand.Credential),
            $"-Credential holds no AWS credentials that can be read: it is a {TypeName(given)}.",
            CmdletRemedies.NoCredential));
    }

    private static string TypeName(object value) => (value is PSObject wrapped ? wrapped.BaseObject : value).GetType().Name;
}
