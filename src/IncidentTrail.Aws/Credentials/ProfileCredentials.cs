using System.Collections.Concurrent;
using System.Globalization;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Credentials;

/// <summary>The credentials a profile stands for. Role profiles are followed here and not by the SDK: see <see cref="StsClient"/>.</summary>
internal sealed class ProfileCredentials(
    ProfileStore store, TrailConnection connection, string? region, ServiceSettings settings, OpeningWait wait)
{
    // A code is asked for once a session, not once a command.
    private static readonly ConcurrentDictionary<string, RoleCredentials> WithMfa = new(StringComparer.Ordinal);

    // What is of use only together with others: a profile that has nothing else was meant to give credentials.
    private static readonly string[] Partial =
        ["sso_session", "sso_start_url", "source_profile", "credential_source", "web_identity_token_file", "aws_session_token"];

    private readonly List<string> _followed = [];

    /// <summary>The credentials of a profile; null where it holds only settings.</summary>
    public AWSCredentials? Of(Profile profile)
    {
        var name = profile.Name;
        if (_followed.Contains(name))
            return Keys(profile) ?? throw CredentialFaults.Profile(
                name, $"its source_profile leads in a circle ({string.Join(" → ", _followed)} → {name}).");
        _followed.Add(name);
        profile.Verify();
        if (profile["endpoint_name"] is not null)
            return Saml(profile);
        if (profile["role_arn"] is { } role)
            return Role(profile, role);
        if ((profile["sso_account_id"] ?? profile["sso_role_name"]) is not null)
            return Sso(profile);
        // As in the CLI, keys win over a console login beside them.
        if ((Keys(profile) ?? Command(profile)) is { } own)
            return own;
        if (profile["login_session"] is not null)
            throw CredentialFaults.LoginSession(name);
        return Array.Find(Partial, setting => profile[setting] is not null) is { } left
            ? throw profile.Fault(left, "has nothing beside it that gives credentials") : null;
    }

    private AWSCredentials Role(Profile profile, string arn)
    {
        var role = new RoleToAssume(
            arn, profile["role_session_name"] ?? connection.RoleSessionName, profile["external_id"], null, profile["mfa_serial"],
            Seconds: Duration(profile));
        var called = settings.Of(profile);
        if (profile["web_identity_token_file"] is { } file)
        {
            return new WebIdentityCredentials(
                settings.Variables.PathOf(file), role, region, called,
                e => profile.Fault("web_identity_token_file", $"names {file}, which cannot be read: {e.Message}", null, e));
        }

        if (role.MfaSerial is null)
            return new RoleCredentials(Source(profile), role, region, called);
        var kept = string.Join('\n', profile.Name, store.Location, arn, role.MfaSerial, role.SessionName);
        if (WithMfa.TryGetValue(kept, out var known) && known.Expiration > DateTime.UtcNow.AddMinutes(1))
            return known;
        var source = Source(profile);
        var code = connection.MfaCode?.Invoke(role.MfaSerial)?.Trim();
        if (string.IsNullOrEmpty(code))
            throw CredentialFaults.NoMfaCode(arn, role.MfaSerial);
        return WithMfa[kept] = new RoleCredentials(source, role with { MfaCode = code }, region, called);
    }

    private AWSCredentials Source(Profile profile)
    {
        const string Setting = "credential_source";
        if (profile["source_profile"] is { } name)
        {
            var source = store.Find(name) ?? throw profile.Fault("source_profile", $"names '{name}', which does not exist");
            return Of(source) ?? throw profile.Fault("source_profile", $"names '{name}', which holds settings only");
        }

        return profile[Setting]?.ToUpperInvariant() switch
        {
            "ENVIRONMENT" => EnvironmentCredentials.Find(settings.Variables) ?? throw profile.Fault(
                Setting, "is Environment, and AWS_ACCESS_KEY_ID is not set"),
            "EC2INSTANCEMETADATA" => OfInstance(profile),
            "ECSCONTAINER" => ContainerCredentials.AddressIn(settings.Variables) is { } address
                ? MachineCredentials.Container(address, settings, wait)
                : throw profile.Fault(Setting, "is EcsContainer, and the environment names no container's role"),
            null => throw profile.Fault("role_arn", "has neither a source_profile nor a credential_source beside it"),
            _ => throw profile.Fault(Setting, $"is '{profile[Setting]}', and may be Environment, Ec2InstanceMetadata or EcsContainer"),
        };
    }

    private AWSCredentials OfInstance(Profile profile)
    {
        Exception? why = null;
        return MachineCredentials.InstanceAddress(settings.Variables) is { } address
            && MachineCredentials.Instance(address, wait, out why) is { } found
            ? found : throw profile.Fault("credential_source", "is Ec2InstanceMetadata, and no instance role answered", null, why);
    }

    private static int? Duration(Profile profile)
    {
        const string Setting = "duration_seconds";
        if (profile[Setting] is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 900 and <= 43200
            ? seconds : throw profile.Fault(Setting, $"is '{text}', and may be from 900 to 43200");
    }

    private SsoCredentials Sso(Profile profile)
    {
        var session = profile["sso_start_url"] is null ? profile.Named("sso_session", "sso-session") : store.Section("sso-session", profile["sso_session"] ?? "");
        var startUrl = session?["sso_start_url"] ?? profile["sso_start_url"];
        var home = session?["sso_region"] ?? profile["sso_region"];
        if (session?.Unreadable is { } line)
            throw profile.Fault("sso_session", $"leads to {session}, and {line} there");
        if (startUrl is null || home is null || profile["sso_account_id"] is not { } account || profile["sso_role_name"] is not { } role)
        {
            throw CredentialFaults.Profile(
                profile.Name, "an SSO profile needs sso_account_id, sso_role_name, and an sso_session (or sso_start_url "
                + "and sso_region).", RemedyTable.SsoIncomplete(profile.Name));
        }

        return new SsoCredentials(
            profile.Name, new SsoRole(account, role, startUrl, home, profile["sso_session"]), settings.Of(profile));
    }

    private static AWSCredentials? Keys(Profile profile)
    {
        if (profile.WithKeys is not { } held)
            return null;
        if (held["aws_access_key_id"] is not { } access)
            throw profile.Fault("aws_secret_access_key", "has no aws_access_key_id beside it");
        if (held["aws_secret_access_key"] is not { } secret)
            throw profile.Fault("aws_access_key_id", "has no aws_secret_access_key beside it");
        return held["aws_session_token"] is { } token
            ? new SessionAWSCredentials(access, secret, token) : new BasicAWSCredentials(access, secret);
    }

    private static ProcessCredentials? Command(Profile profile) =>
        profile["credential_process"] is { } command ? new ProcessCredentials(profile, command) : null;

    private static SamlCredentials Saml(Profile profile) => SamlCredentials.AreKeptHere
        ? new SamlCredentials(profile.Name) : throw profile.Fault("endpoint_name", "names a SAML sign-in that is not on this machine");
}
