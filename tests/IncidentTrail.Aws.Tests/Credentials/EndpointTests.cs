namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>An endpoint that a profile names is for that profile's credentials, and for nobody else's.</summary>
public sealed class EndpointTests : IDisposable
{
    private const string Keys = "\naws_access_key_id = AKIA\naws_secret_access_key = s\n";

    private readonly ProfileHome _home = new();
    private readonly RoleServer _lab = new();
    private readonly RoleServer _real = new();

    public void Dispose()
    {
        _home.Dispose();
        _lab.Dispose();
        _real.Dispose();
    }

    [Theory]
    [InlineData("endpoint_url = http://all:1", "http://all:1/", "http://all:1/")]
    [InlineData("services = lab", "http://s3:2/", null)]
    [InlineData("services = lab\nendpoint_url = http://all:1", "http://s3:2/", "http://all:1/")]
    [InlineData("services = lab\nendpoint_url = http://all:1\nignore_configured_endpoint_urls = true", null, null)]
    [InlineData("region = eu-west-1", null, null)]
    public void A_profile_names_one_for_all_services_or_for_each(string settings, string? s3, string? sts)
    {
        _home.Config($"[profile mine]\n{settings}{Keys}[services lab]\ns3 =\n  endpoint_url = http://s3:2\ndynamodb =\n  endpoint_url = http://other:3\n");

        var found = _home.Resolve(new TrailConnection { ProfileName = "mine" });

        Assert.Equal(s3, found.Endpoint("S3", isSource: true)?.AbsoluteUri);
        Assert.Equal(sts, found.Endpoint("STS", isSource: false)?.AbsoluteUri);
    }

    [Fact]
    public void What_is_given_or_set_in_the_environment_comes_first()
    {
        _home.Config($"[profile mine]\nendpoint_url = http://profile:1{Keys}");
        _home["AWS_ENDPOINT_URL"] = "http://around:1";

        var found = _home.Resolve(new TrailConnection { ProfileName = "mine", EndpointUrl = "http://given:1" });

        Assert.Equal("http://given:1/", found.Endpoint("S3", isSource: true)?.AbsoluteUri);
        Assert.Equal("http://around:1/", found.Endpoint("S3", isSource: false)?.AbsoluteUri);
        _home["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true";
        Assert.Null(_home.Resolve(new TrailConnection { ProfileName = "mine" }).Endpoint("S3", isSource: true));
    }

    [Fact]
    public void A_profiles_endpoint_is_for_its_credentials_alone()
    {
        _home.Config($"[default]\nendpoint_url = http://lab:1{Keys}[profile mine]{Keys}");

        Assert.Equal("http://lab:1/", _home.Resolve(new TrailConnection()).Endpoint("S3", isSource: true)?.AbsoluteUri);
        Assert.Null(_home.Resolve(new TrailConnection { ProfileName = "mine" }).Endpoint("S3", isSource: true));
        Assert.Null(_home.Resolve(new TrailConnection { AccessKey = "AKIA", SecretKey = "s" }).Endpoint("S3", isSource: true));
        Assert.Null(_home.Resolve(new TrailConnection { SessionCredential = () => new TrailCredential("AKIA", "s") }).Endpoint("S3", isSource: true));
        _home["AWS_ACCESS_KEY_ID"] = "AKIA";
        _home["AWS_SECRET_ACCESS_KEY"] = "s";
        Assert.Null(_home.Resolve(new TrailConnection()).Endpoint("S3", isSource: true));
    }

    [Fact]
    public void A_role_is_taken_where_its_profile_says_or_else_its_source()
    {
        _home.Config($"""
            [default]
            endpoint_url = http://127.0.0.1:1
            [profile lab-keys]
            endpoint_url = {_lab.Url}{Keys}
            [profile real-keys]
            services = real{Keys}
            [profile lab]
            role_arn = arn:aws:iam::111122223333:role/lab
            source_profile = lab-keys
            duration_seconds = 1800
            [profile real]
            role_arn = arn:aws:iam::111122223333:role/real
            source_profile = real-keys
            [profile over]
            role_arn = arn:aws:iam::111122223333:role/over
            source_profile = lab-keys
            endpoint_url = {_real.Url}
            [profile own]
            role_arn = arn:aws:iam::111122223333:role/own
            source_profile = own
            endpoint_url = {_real.Url}{Keys}
            [services real]
            sts =
              endpoint_url = {_real.Url}
            """);

        Assert.Equal([RoleServer.KeyOf("lab"), RoleServer.KeyOf("real"), RoleServer.KeyOf("over"), RoleServer.KeyOf("own")],
            [_home.KeyOf("lab"), _home.KeyOf("real"), _home.KeyOf("over"), _home.KeyOf("own")]);
        var lab = Assert.Single(_lab.Asked);
        Assert.Equal(("arn:aws:iam::111122223333:role/lab", "1800"), (lab["RoleArn"], lab["DurationSeconds"]));
        Assert.Equal(["arn:aws:iam::111122223333:role/real", "arn:aws:iam::111122223333:role/over", "arn:aws:iam::111122223333:role/own"], _real.Asked.Select(asked => asked["RoleArn"]));
        Assert.DoesNotContain("DurationSeconds", _real.Asked.First().Keys);
    }

    /// <summary>The SDK would ask where the default profile is at home.</summary>
    [Theory]
    [InlineData("aws", "ap-northeast-1", "ap-northeast-1")]
    [InlineData("aws", null, "eu-central-1")]
    [InlineData("aws-cn", "cn-northwest-1", "cn-northwest-1")]
    [InlineData("aws-cn", null, "cn-north-1")]
    [InlineData("aws-us-gov", "us-gov-east-1", "us-gov-east-1")]
    [InlineData("aws-us-gov", null, "us-gov-west-1")]
    [InlineData("lab", null, "eu-central-1")]
    public void A_role_is_asked_for_in_its_profiles_Region_and_in_its_own_partition(string partition, string? region, string asked)
    {
        _home["AWS_ENDPOINT_URL_STS"] = _real.Url;
        _home.Config($"""
            [default]
            region = eu-central-1
            [profile keys]
            region = eu-west-3{Keys}
            [profile role]
            role_arn = arn:{partition}:iam::111122223333:role/reader
            source_profile = keys
            {(region is null ? "" : "region = " + region)}
            """);

        Assert.Equal(RoleServer.KeyOf("reader"), _home.KeyOf("role"));
        Assert.Contains($"/{asked}/sts/", Assert.Single(_real.Requests).Headers["authorization"]);
    }

    [Theory]
    [InlineData("endpoint_url = localhost:4566", "endpoint_url in [profile mine] of {0} is 'localhost:4566', which is no address")]
    [InlineData("services = none", "services in [profile mine] of {0} names 'none', and there is no section [services none]")]
    [InlineData("services = lab", "services in [profile mine] of {0} leads to 'nonsense' in [services lab] of {0}")]
    public void One_that_cannot_be_used_is_told_with_its_file_section_and_setting(string setting, string words)
    {
        _home.Config($"[profile mine]\n{setting}{Keys}[services lab]\ns3 =\n  endpoint_url = nonsense\n");

        var fault = Assert.Throws<TrailSourceException>(() => _home.Resolve(new TrailConnection { ProfileName = "mine" }).Endpoint("S3", isSource: true)).Fault;

        Assert.Equal(TrailFaultKind.Credentials, fault.Kind);
        Assert.Contains(string.Format(words, _home.ConfigFile), fault.Message);
    }
}
