using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace IncidentTrail.Aws;

/// <summary>The credentials a profile stands for. Role profiles are followed here and not by the SDK: see <see cref="StsClient"/>.</summary>
internal sealed class ProfileCredentials(ProfileStore store, TrailConnection connection, string? region, OpeningWait wait)
{
    // A code is asked for once a session, not once a command.
    private static readonly ConcurrentDictionary<string, RoleCredentials> WithMfa = new(StringComparer.Ordinal);

    private readonly List<string> _followed = [];

    /// <summary>The credentials of a profile; null where it holds only settings.</summary>
    public AWSCredentials? Of(CredentialProfile profile)
    {
        var name = profile.Name;
        var options = profile.Options;
        if (_followed.Contains(name))
            return StaticKeys(options) ?? throw CredentialFault.Profile(
                name, $"its source_profile leads in a circle ({string.Join(" → ", _followed)} → {name}).");
        _followed.Add(name);
        if (!string.IsNullOrEmpty(options.LoginSession))
            throw CredentialFault.LoginSession(name);
        if (!string.IsNullOrEmpty(options.EndpointName))
            return profile.GetAWSCredentials(profile.CredentialProfileStore);
        if (!string.IsNullOrEmpty(options.RoleArn))
            return Role(profile);
        if (!string.IsNullOrEmpty(options.SsoAccountId) || !string.IsNullOrEmpty(options.SsoRoleName))
            return Sso(profile);
        return StaticKeys(options) ?? Command(options);
    }

    private AWSCredentials Role(CredentialProfile profile)
    {
        var options = profile.Options;
        var session = options.RoleSessionName ?? connection.RoleSessionName;
        if (!string.IsNullOrEmpty(options.WebIdentityTokenFile))
            return new WebIdentityCredentials(options.WebIdentityTokenFile, options.RoleArn, session, region, wait.Schedule);
        if (string.IsNullOrEmpty(options.MfaSerial))
            return new RoleCredentials(
                Source(profile), new RoleToAssume(options.RoleArn, session, options.ExternalID), region, wait.Schedule);

        var kept = string.Join('\n', profile.Name, store.Location, options.RoleArn, options.MfaSerial, session);
        if (WithMfa.TryGetValue(kept, out var known) && known.Expiration > DateTime.UtcNow.AddMinutes(1))
            return known;
        var source = Source(profile);
        var code = connection.MfaCode?.Invoke(options.MfaSerial)?.Trim();
        if (string.IsNullOrEmpty(code))
            throw CredentialFault.NoMfaCode(options.RoleArn, options.MfaSerial);
        return WithMfa[kept] = new RoleCredentials(
            source, new RoleToAssume(options.RoleArn, session, options.ExternalID, null, options.MfaSerial, code), region, wait.Schedule);
    }

    private AWSCredentials Source(CredentialProfile profile)
    {
        var options = profile.Options;
        if (!string.IsNullOrEmpty(options.SourceProfile))
        {
            var source = store.Find(options.SourceProfile) ?? throw CredentialFault.Profile(
                profile.Name, $"its source_profile '{options.SourceProfile}' does not exist.");
            return Of(source) ?? throw CredentialFault.Profile(
                profile.Name, $"its source_profile '{options.SourceProfile}' holds no credentials.");
        }

        return options.CredentialSource?.ToUpperInvariant() switch
        {
            "ENVIRONMENT" => EnvironmentCredentials.Find() ?? throw CredentialFault.Profile(
                profile.Name, "its credential_source is Environment, and AWS_ACCESS_KEY_ID is not set."),
            "EC2INSTANCEMETADATA" => OfInstance(profile.Name),
            "ECSCONTAINER" => MachineCredentials.ContainerAddress() is { } address
                ? MachineCredentials.Container(address, wait)
                : throw CredentialFault.Profile(
                    profile.Name, "its credential_source is EcsContainer, and the environment names no container's role."),
            _ => throw CredentialFault.Profile(
                profile.Name, "it names a role and neither a source_profile nor a credential_source."),
        };
    }

    private AWSCredentials OfInstance(string profile)
    {
        Exception? why = null;
        return MachineCredentials.InstanceAddress() is { } address && MachineCredentials.Instance(address, wait, out why) is { } found
            ? found
            : throw CredentialFault.Profile(
                profile, "its credential_source is Ec2InstanceMetadata, and no instance role answered.", null, why);
    }

    private SsoCredentials Sso(CredentialProfile profile)
    {
        var options = profile.Options;
        if (string.IsNullOrEmpty(options.SsoRegion) || string.IsNullOrEmpty(options.SsoStartUrl)
            || string.IsNullOrEmpty(options.SsoAccountId) || string.IsNullOrEmpty(options.SsoRoleName))
        {
            throw CredentialFault.Profile(
                profile.Name, "an SSO profile needs sso_account_id, sso_role_name, and an sso_session (or sso_start_url "
                + "and sso_region).", $"Run 'aws configure sso --profile {profile.Name}'.");
        }

        SsoClients.Register();
        return new SsoCredentials(profile.Name, new SSOAWSCredentials(
            options.SsoAccountId, options.SsoRegion, options.SsoRoleName, options.SsoStartUrl,
            new SSOAWSCredentialsOptions { SessionName = options.SsoSession, SupportsGettingNewToken = false }),
            wait.Schedule);
    }

    private static AWSCredentials? StaticKeys(CredentialProfileOptions options) =>
        string.IsNullOrEmpty(options.AccessKey) || string.IsNullOrEmpty(options.SecretKey) ? null
        : string.IsNullOrEmpty(options.Token) ? new BasicAWSCredentials(options.AccessKey, options.SecretKey)
        : new SessionAWSCredentials(options.AccessKey, options.SecretKey, options.Token);

    private static ProcessAWSCredentials? Command(CredentialProfileOptions options) =>
        string.IsNullOrEmpty(options.CredentialProcess) ? null : new ProcessAWSCredentials(options.CredentialProcess);
}
