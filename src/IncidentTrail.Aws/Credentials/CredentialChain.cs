using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace IncidentTrail.Aws;

/// <summary>Finds the caller's credentials, in AWS.Tools' order of precedence.</summary>
internal sealed class CredentialChain(TrailConnection connection, ProfileStore store, string? region, OpeningWait wait)
{
    public AWSCredentials Find() =>
        Literal()
        ?? Supplied("-Credential", connection.Credential)
        ?? Named(connection.ProfileName, store.Location)
        ?? Supplied("Set-AWSCredential", connection.SessionCredential)
        ?? EnvironmentCredentials.Find()
        ?? EnvironmentCredentials.FindWebIdentity(connection.RoleSessionName, region, wait.Schedule)
        ?? Named(EnvironmentCredentials.Read("AWS_PROFILE"), store.Location)
        ?? Of(store.Default())
        ?? OfMachine(out var why)
        ?? throw CredentialFault.NoneFound(why);

    private AWSCredentials? Literal()
    {
        var access = string.IsNullOrEmpty(connection.AccessKey) ? null : connection.AccessKey;
        var secret = string.IsNullOrEmpty(connection.SecretKey) ? null : connection.SecretKey;
        if (access is null && secret is null)
            return null;
        if (access is null || secret is null)
            throw CredentialFault.NoSecret();
        return string.IsNullOrEmpty(connection.SessionToken)
            ? new BasicAWSCredentials(access, secret)
            : new SessionAWSCredentials(access, secret, connection.SessionToken);
    }

    private static SuppliedCredentials? Supplied(string origin, Func<TrailCredential>? supply) =>
        supply is null ? null : new SuppliedCredentials(origin, supply);

    // A profile that was named and is not there, or is empty, is an error: nobody wants another identity instead.
    private AWSCredentials? Named(string? name, string? location)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        var profile = store.Find(name) ?? throw CredentialFault.NoProfile(name, location);
        return Of(profile) ?? throw CredentialFault.Profile(name, "it holds settings only.");
    }

    private AWSCredentials? OfMachine(out Exception? why)
    {
        why = null;
        return MachineCredentials.ContainerAddress() is { } container ? MachineCredentials.Container(container, wait)
            : MachineCredentials.InstanceAddress() is { } instance ? MachineCredentials.Instance(instance, wait, out why)
            : null;
    }

    private AWSCredentials? Of(CredentialProfile? profile) =>
        profile is null ? null : new ProfileCredentials(store, connection, region, wait).Of(profile);
}
