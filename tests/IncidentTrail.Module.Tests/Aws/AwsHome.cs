using System.Security.Cryptography;
using System.Text;
using IncidentTrail.Aws.Tests.Credentials;

namespace IncidentTrail.Module.Tests.Aws;

/// <summary>A home folder with profiles of every kind, and a sign-in to SSO.</summary>
internal sealed class AwsHome : IDisposable
{
    private const string StartUrl = "https://example.awsapps.com/start";

    public AwsHome()
    {
        Directory.CreateDirectory(Path.Combine(Folder, ".aws", "sso", "cache"));
        File.WriteAllText(Credentials, """
            [default]
            aws_access_key_id = AKIADEFAULT
            aws_secret_access_key = default-secret
            [base]
            aws_access_key_id = AKIABASE
            aws_secret_access_key = base-secret
            [reader]
            role_arn = arn:aws:iam::111122223333:role/reader
            source_profile = base
            external_id = shared-with-you
            [chained]
            role_arn = arn:aws:iam::111122223333:role/chained
            source_profile = reader
            role_session_name = by-the-profile
            [mfa]
            role_arn = arn:aws:iam::111122223333:role/guarded
            source_profile = base
            mfa_serial = arn:aws:iam::111122223333:mfa/me
            [forbidden]
            role_arn = arn:aws:iam::111122223333:role/forbidden
            source_profile = base
            [circle]
            role_arn = arn:aws:iam::111122223333:role/a
            source_profile = circle2
            [circle2]
            role_arn = arn:aws:iam::111122223333:role/b
            source_profile = circle
            [sso]
            sso_start_url = https://example.awsapps.com/start
            sso_region = us-east-1
            sso_account_id = 111122223333
            sso_role_name = Auditor
            [role-of-sso]
            role_arn = arn:aws:iam::111122223333:role/beyond
            source_profile = sso
            [sso-signed-out]
            sso_start_url = https://signed-out.awsapps.com/start
            sso_region = us-east-1
            sso_account_id = 111122223333
            sso_role_name = Auditor
            [console]
            login_session = arn:aws:iam::111122223333:user/me
            [settings-only]
            region = eu-west-1
            [process]
            credential_process = echo '{"Version":1,"AccessKeyId":"AKIAPROCESS","SecretAccessKey":"s"}'
            """);
        var cached = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(StartUrl))).ToLowerInvariant();
        File.WriteAllText(
            Path.Combine(Folder, ".aws", "sso", "cache", cached + ".json"),
            $$"""{"startUrl":"{{StartUrl}}","region":"us-east-1","accessToken":"signed-in","expiresAt":"{{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}}"}""");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("IncidentTrail-home-").FullName;

    public string Credentials => Path.Combine(Folder, ".aws", "credentials");

    /// <summary>The script that makes it the home of a process.</summary>
    public string Environment(RoleServer roles) => $"""
        $env:HOME = '{Folder}'
        $env:AWS_ENDPOINT_URL_STS = '{roles.Url}'
        $env:AWS_ENDPOINT_URL_SSO = '{roles.Url}'
        $env:AWS_EC2_METADATA_DISABLED = 'true'

        """;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
