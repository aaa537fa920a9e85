namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>What the environment's variables and a profile's role settings say beside the keys.</summary>
public sealed class EnvironmentCredentialsTests : IDisposable
{
    private readonly ProfileHome _home = new();
    private readonly RoleServer _sts = new();

    public EnvironmentCredentialsTests() => _home["AWS_ENDPOINT_URL_STS"] = _sts.Url;

    public void Dispose()
    {
        _home.Dispose();
        _sts.Dispose();
    }

    [Fact]
    public void The_secret_may_have_the_name_that_AWS_Tools_knows()
    {
        _home["AWS_ACCESS_KEY_ID"] = "AKIAAROUND";
        _home["AWS_SECRET_KEY"] = "s";

        Assert.Equal("AKIAAROUND", _home.KeyOf());
    }

    [Theory]
    [InlineData(null, "IncidentTrail")]
    [InlineData("of-the-pod", "of-the-pod")]
    public void The_session_of_a_web_identity_is_named_by_its_variable(string? variable, string name)
    {
        var file = Path.Combine(_home.Folder, "token");
        File.WriteAllText(file, "token");
        _home["AWS_WEB_IDENTITY_TOKEN_FILE"] = file;
        _home["AWS_ROLE_ARN"] = "arn:aws:iam::111122223333:role/pod";
        if (variable is not null)
            _home["AWS_ROLE_SESSION_NAME"] = variable;

        Assert.Equal(RoleServer.KeyOf("pod"), _home.KeyOf());
        Assert.Equal(name, Assert.Single(_sts.Asked)["RoleSessionName"]);
    }

    [Theory]
    [InlineData("900")]
    [InlineData("43200")]
    public void A_role_is_taken_for_as_long_as_STS_allows(string seconds)
    {
        _home.Credentials("[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = s")
            .Config($"[profile long]\nrole_arn = arn:aws:iam::111122223333:role/long\nsource_profile = base\nduration_seconds = {seconds}");

        Assert.Equal(RoleServer.KeyOf("long"), _home.KeyOf("long"));
        Assert.Equal(seconds, Assert.Single(_sts.Asked)["DurationSeconds"]);
    }

    [Fact]
    public void The_role_of_a_bucket_is_taken_before_the_bucket_is_asked()
    {
        var connection = new TrailConnection { AccessKey = "AKIA", SecretKey = "s", BucketRoleArn = "arn:aws:iam::111122223333:role/forbidden" };

        var fault = Assert.Throws<TrailSourceException>(() => _home.Resolve(connection).ForBucket()).Fault;

        Assert.Equal(TrailFaultKind.AccessDenied, fault.Kind);
    }
}
