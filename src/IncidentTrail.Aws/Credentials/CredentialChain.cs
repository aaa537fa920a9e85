using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Credentials;

/// <summary>
/// Finds the caller's credentials, in AWS.Tools' order of precedence. What is there and cannot be used ends the search: nobody
/// wants another identity instead.
/// </summary>
internal sealed class CredentialChain(
    TrailConnection connection, ProfileStore store, string? region, ServiceSettings settings, OpeningWait wait)
{
    private readonly AwsVariables _environment = settings.Variables;

    /// <summary>The credentials; throws where there are none.</summary>
    public FoundCredentials Find() => Find(out var why) ?? throw CredentialFaults.NoneFound(why);

    /// <summary>The credentials; null where nothing names any.</summary>
    public FoundCredentials? Find(out Exception? why)
    {
        why = null;
        if ((Literal() ?? Supplied("-Credential", connection.Credential)) is { } given)
            return new FoundCredentials(given, settings);
        if (Named(connection.ProfileName) is { } named)
            return named;
        AWSCredentials? around = Supplied("Set-AWSCredential", connection.SessionCredential)
            ?? EnvironmentCredentials.Find(_environment)
            ?? EnvironmentCredentials.FindWebIdentity(_environment, connection.RoleSessionName, region, settings);
        if (around is not null)
            return new FoundCredentials(around, settings);

        return Named(_environment["AWS_PROFILE"]) ?? Of(store.Default())
            ?? (OfMachine(out why) is { } machine ? new FoundCredentials(machine, settings) : null);
    }

    private AWSCredentials? OfMachine(out Exception? why)
    {
        why = null;
        return ContainerCredentials.AddressIn(_environment) is { } container ? MachineCredentials.Container(container, settings, wait)
            : MachineCredentials.InstanceAddress(_environment) is { } instance ? MachineCredentials.Instance(instance, wait, out why)
            : null;
    }

    private AWSCredentials? Literal()
    {
        var access = string.IsNullOrEmpty(connection.AccessKey) ? null : connection.AccessKey;
        var secret = string.IsNullOrEmpty(connection.SecretKey) ? null : connection.SecretKey;
        if (access is null && secret is null)
            return null;
        if (access is null || secret is null)
            throw CredentialFaults.NoSecret();
        return string.IsNullOrEmpty(connection.SessionToken)
            ? new BasicAWSCredentials(access, secret)
            : new SessionAWSCredentials(access, secret, connection.SessionToken);
    }

    private static SuppliedCredentials? Supplied(string origin, Func<TrailCredential>? supply) =>
        supply is null ? null : new SuppliedCredentials(origin, supply);

    private FoundCredentials? Named(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        var profile = store.Find(name) ?? throw CredentialFaults.NoProfile(name, store.Files);
        return Of(profile) ?? throw CredentialFaults.Profile(name, "it holds settings only.");
    }

    private FoundCredentials? Of(Profile? profile) =>
        profile is not null && new ProfileCredentials(store, connection, region, settings, wait).Of(profile) is { } credentials
            ? new FoundCredentials(credentials, settings.Of(profile)) : null;
}
