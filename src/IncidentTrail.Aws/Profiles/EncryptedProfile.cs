using Amazon.Runtime.CredentialManagement;

namespace IncidentTrail.Aws.Profiles;

/// <summary>A profile of the store that AWS.Tools encrypts on Windows, told as a section of the files would tell it.</summary>
internal static class EncryptedProfile
{
    /// <summary>The profile; null where the store has none of that name.</summary>
    public static ProfileSection? Find(string name)
    {
        if (!new NetSDKCredentialsFile().TryGetProfile(name, out var profile))
            return null;
        var section = new ProfileSection("AWS.Tools' encrypted store", name);
        var options = profile.Options;
        foreach (var (setting, value) in new (string, string?)[]
        {
            ("aws_access_key_id", options.AccessKey), ("aws_secret_access_key", options.SecretKey), ("aws_session_token", options.Token),
            ("role_arn", options.RoleArn), ("source_profile", options.SourceProfile), ("credential_source", options.CredentialSource),
            ("external_id", options.ExternalID), ("mfa_serial", options.MfaSerial), ("role_session_name", options.RoleSessionName),
            ("web_identity_token_file", options.WebIdentityTokenFile), ("credential_process", options.CredentialProcess),
            ("sso_account_id", options.SsoAccountId), ("sso_role_name", options.SsoRoleName), ("sso_region", options.SsoRegion),
            ("sso_start_url", options.SsoStartUrl), ("sso_session", options.SsoSession), ("login_session", options.LoginSession),
            ("endpoint_name", options.EndpointName), ("endpoint_url", profile.EndpointUrl), ("region", profile.Region?.SystemName),
        })
        {
            section.Add(setting, value ?? "", 0);
        }

        return section;
    }
}
