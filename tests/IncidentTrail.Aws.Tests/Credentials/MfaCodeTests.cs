using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>A code of an MFA device is good once: what it brought is used as long as it lasts, by the same session alone.</summary>
public sealed class MfaCodeTests : IDisposable
{
    private readonly ProfileHome _home = new();
    private readonly RoleServer _sts = new();
    private int _asked;

    public MfaCodeTests()
    {
        _home["AWS_ENDPOINT_URL_STS"] = _sts.Url;
        _home.Credentials(
            "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = s\n[guarded]\nrole_arn = arn:aws:iam::111122223333:role/guarded\n"
            + $"source_profile = base\nmfa_serial = arn:aws:iam::111122223333:mfa/{Guid.NewGuid()}\n");
    }

    public void Dispose()
    {
        _home.Dispose();
        _sts.Dispose();
    }

    [Fact]
    public void It_is_asked_for_again_for_a_session_of_another_name_and_for_another_file()
    {
        var elsewhere = Path.Combine(_home.Folder, "elsewhere");
        File.Copy(_home.CredentialsFile, elsewhere);

        Resolve();
        Resolve();
        Assert.Equal(1, _asked);
        Resolve(sessionName: "another");
        Assert.Equal(2, _asked);
        Resolve(location: elsewhere);
        Assert.Equal(3, _asked);
    }

    [Fact]
    public void It_is_asked_for_again_where_what_it_brought_is_about_to_end()
    {
        _sts.Instead = _ => new LoopbackAnswer(200, $"""
            <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
            <SessionToken>t</SessionToken><Expiration>{DateTime.UtcNow.AddSeconds(30):yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
            """);

        Resolve();
        Resolve();

        Assert.Equal(2, _asked);
    }

    private void Resolve(string sessionName = "IncidentTrail", string? location = null) => _home.Resolve(new TrailConnection
    {
        ProfileName = "guarded", RoleSessionName = sessionName, ProfileLocation = location,
        MfaCode = _ =>
        {
            _asked++;
            return "123456";
        },
    });
}
