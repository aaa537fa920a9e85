namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>What is there and cannot be used is an error that names it: it never "does not exist", and nobody else is asked instead.</summary>
public sealed class CredentialFaultsTests : IDisposable
{
    private const string Keys = "\naws_access_key_id = AKIAMINE\naws_secret_access_key = s";

    private readonly ProfileHome _home = new();
    private readonly RoleServer _machine = new();

    public CredentialFaultsTests() => _home["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = _machine.Url + "/container";

    public void Dispose()
    {
        _home.Dispose();
        _machine.Dispose();
    }

    [Theory]
    [InlineData("aws_access_key_id = AKIAMINE", "aws_access_key_id in [{0}] of {1} has no aws_secret_access_key")]
    [InlineData("aws_secret_access_key = s", "aws_secret_access_key in [{0}] of {1} has no aws_access_key_id")]
    [InlineData("aws_session_token = t", "aws_session_token in [{0}] of {1} has nothing beside it")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r", "role_arn in [{0}] of {1} has neither a source_profile")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\nsource_profile = none", "source_profile in [{0}] of {1} names 'none', which does not exist")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\nsource_profile = settings", "source_profile in [{0}] of {1} names 'settings', which holds settings only")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\ncredential_source = Lambda", "credential_source in [{0}] of {1} is 'Lambda'")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\ncredential_source = Environment", "credential_source in [{0}] of {1} is Environment")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\nsource_profile = whole\nduration_seconds = 1h", "duration_seconds in [{0}] of {1} is '1h'")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\nsource_profile = whole\nduration_seconds = 60", "duration_seconds in [{0}] of {1} is '60'")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\nweb_identity_token_file = /nowhere", "web_identity_token_file in [{0}] of {1} names /nowhere")]
    [InlineData("source_profile = whole", "source_profile in [{0}] of {1} has nothing beside it")]
    [InlineData("sso_session = none\nsso_account_id = 111122223333\nsso_role_name = Auditor", "sso_session in [{0}] of {1} names 'none', and there is no section [sso-session none]")]
    [InlineData("sso_session = cut\nsso_account_id = 111122223333\nsso_role_name = Auditor", "sso_session in [{0}] of {1} leads to [sso-session cut]")]
    [InlineData("sso_session = whole", "sso_session in [{0}] of {1} has nothing beside it")]
    [InlineData("credential_process = exit 7", "credential_process in [{0}] of {1} failed")]
    [InlineData("credential_process = echo {{}}", "credential_process in [{0}] of {1} failed")]
    [InlineData("aws_access_key_id AKIAMINE\naws_secret_access_key = s", "line 2 is no setting in [{0}] of {1}")]
    [InlineData("aws_access_key_id = A\naws_access_key_id = B\naws_secret_access_key = s", "line 3 says 'aws_access_key_id' again in [{0}] of {1}")]
    [InlineData("login_session = arn:aws:iam::111122223333:user/me", "aws configure export-credentials --profile")]
    public void A_profile_that_cannot_be_used_is_told_with_its_file_section_and_setting(string settings, string words)
    {
        var others = "\n[profile whole]" + Keys + "\n[profile settings]\nregion = eu-west-1\n[sso-session cut]\nno setting\n[sso-session whole]\nsso_region = us-east-1";
        foreach (var (name, header) in new (string?, string)[] { (null, "default"), ("mine", "profile mine") })
        {
            _home.Config($"[{header}]\n{settings.Replace("{{}}", "{}")}{others}");

            var fault = _home.FaultOf(name);

            Assert.Equal(TrailFaultKind.Credentials, fault.Kind);
            Assert.Contains(string.Format(words, header, _home.ConfigFile), fault.Message + fault.Remedy);
            Assert.Contains($"'{name ?? "default"}'", fault.Message);
            Assert.DoesNotContain("does not exist in", fault.Message);
        }

        Assert.Empty(_machine.Requests);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "AKIAALONE", "AWS_SECRET_ACCESS_KEY is not")]
    [InlineData("AWS_WEB_IDENTITY_TOKEN_FILE", "/nowhere", "AWS_ROLE_ARN is not")]
    [InlineData("AWS_PROFILE", "nobody", "'nobody' does not exist in")]
    public void A_variable_that_cannot_be_used_is_told(string variable, string value, string words)
    {
        _home.Config("[default]" + Keys);
        _home[variable] = value;

        var fault = _home.FaultOf();

        Assert.Equal(TrailFaultKind.Credentials, fault.Kind);
        Assert.Contains(words, fault.Message);
        Assert.Empty(_machine.Requests);
    }

    [Fact]
    public void A_SAML_sign_in_that_is_not_kept_is_told_and_nobody_is_asked_instead()
    {
        _home.Config("[profile corp]\nendpoint_name = adfs\nrole_arn = arn:aws:iam::111122223333:role/r");

        var fault = _home.FaultOf("corp");

        // AWS.Tools keeps sign-ins on Windows alone.
        Assert.Contains(
            OperatingSystem.IsWindows() ? "its SAML sign-in is missing or has ended" : "a SAML sign-in that is not on this machine", fault.Message);
        Assert.Equal(TrailFaultKind.Credentials, fault.Kind);
        Assert.Empty(_machine.Requests);
    }

    [Fact]
    public void A_token_file_that_is_not_there_is_told_by_its_variable()
    {
        _home["AWS_WEB_IDENTITY_TOKEN_FILE"] = "/nowhere";
        _home["AWS_ROLE_ARN"] = "arn:aws:iam::111122223333:role/web";

        Assert.Contains("AWS_WEB_IDENTITY_TOKEN_FILE names /nowhere", _home.FaultOf().Message);
    }

    [Fact]
    public void A_file_that_is_there_and_cannot_be_read_is_told()
    {
        Directory.CreateDirectory(_home.ConfigFile);

        var fault = _home.FaultOf();

        Assert.Equal(TrailFaultKind.Credentials, fault.Kind);
        Assert.Contains(_home.ConfigFile, fault.Message);
        Assert.Empty(_machine.Requests);
    }

    [Fact]
    public void A_default_that_holds_settings_only_leaves_the_machines_role()
    {
        _home.Config("[default]\nregion = eu-west-1");

        Assert.Equal(RoleServer.KeyOf("container"), _home.KeyOf());
    }
}
