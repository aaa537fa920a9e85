namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>What the files say of a profile is used where its keys can be read, whatever else stands there.</summary>
public sealed class ProfileTests : IDisposable
{
    private const string Keys = "\naws_access_key_id = AKIAMINE\naws_secret_access_key = s";

    private readonly ProfileHome _home = new();

    public void Dispose() => _home.Dispose();

    // With either of the first two AWSSDK.Core 4.1.0 finds no such profile (findings/awssdk-profile-with-a-setting-is-missing.sh).
    [Theory]
    [InlineData("retry_mode = legacy")]
    [InlineData("endpoint_discovery_enabled = auto")]
    [InlineData("toolkit_artifact_guid = none")]
    [InlineData("max_attempts = many")]
    [InlineData("use_fips_endpoint = perhaps")]
    [InlineData("defaults_mode = best")]
    [InlineData("cli_pager =")]
    [InlineData("s3 =\n  max_concurrent_requests = 20\n  addressing_style = path")]
    [InlineData("region: eu-west-1")]
    [InlineData("sso_registration_scopes = a,\n  b")]
    [InlineData("login_session = arn:aws:iam::111122223333:user/me")]
    public void A_setting_that_others_read_keeps_no_profile_from_use(string setting)
    {
        _home.Config($"[default]\n{setting}{Keys}\n[profile other]\n{setting}{Keys.Replace("MINE", "OTHER")}\n");

        Assert.Equal("AKIAMINE", _home.KeyOf());
        Assert.Equal("AKIAOTHER", _home.KeyOf("other"));
    }

    // To AWSSDK.Core 4.1.0 a profile of these is not valid, and the default one is passed over without a word for whoever comes next
    // (findings/awssdk-keys-beside-mfa-are-no-profile.sh).
    [Theory]
    [InlineData("mfa_serial = arn:aws:iam::111122223333:mfa/me")]
    [InlineData("role_session_name = me")]
    [InlineData("external_id = x")]
    [InlineData("source_profile = other")]
    [InlineData("credential_process = exit 1")]
    public void Keys_are_used_whatever_a_role_or_a_process_would_need_beside_them(string setting)
    {
        _home.Credentials("[default]" + Keys).Config($"[default]\n{setting}\n[profile other]\nregion = eu-west-1");

        Assert.Equal("AKIAMINE", _home.KeyOf());
        Assert.Equal("AKIAMINE", _home.KeyOf("default"));
    }

    // To AWSSDK.Core 4.1.0 the quotes that the CLI writes around a blank belong to the name: by its own it finds no such profile, nor
    // a session of SSO (findings/awssdk-profile-in-quotes-is-not-found.sh).
    [Theory]
    [InlineData("[profile 'Acme Keys']", "Acme Keys")]
    [InlineData("[profile \"Acme Keys\"]", "Acme Keys")]
    [InlineData("[profile Acme Keys]", "Acme Keys")]
    [InlineData("[profile 'Bob'\"'\"'s Keys']", "Bob's Keys")]
    [InlineData("[profile  spaced ] # of the lab", "spaced")]
    [InlineData("[plain]", "plain")]
    [InlineData("[default]", "default")]
    [InlineData("[profile default]", "default")]
    public void A_name_may_be_written_as_the_CLI_writes_it(string header, string name)
    {
        _home.Config(header + Keys);

        Assert.Equal("AKIAMINE", _home.KeyOf(name));
    }

    // AWSSDK.Core 4.1.0 takes each setting by itself, and so makes one of both files (findings/awssdk-keys-with-the-token-of-another-file.sh).
    [Fact]
    public void A_key_a_secret_and_a_token_are_of_one_file()
    {
        _home.Credentials("[mine]" + Keys + "\n[half]\naws_access_key_id = AKIAHALF")
            .Config($"[profile mine]{Keys.Replace("MINE", "OTHER")}\naws_session_token = t\n[profile half]\naws_secret_access_key = s");

        var taken = _home.Resolve(new TrailConnection { ProfileName = "mine" }).Caller.GetCredentials();

        Assert.Equal(("AKIAMINE", "s", ""), (taken.AccessKey, taken.SecretKey, taken.Token));
        Assert.Contains("aws_access_key_id", _home.FaultOf("half").Message);
    }

    [Theory]
    [InlineData("[profile other]\nno setting at all\n")]
    [InlineData("[profile other\naws_access_key_id = AKIAOTHER\n")]
    [InlineData("before any section\n[profile other]\n")]
    [InlineData("[profile other]\nregion = a\nregion = b\n")]
    [InlineData("[profile other]\nregion: eu-west-1\n")]
    [InlineData("[profile other]\nrole_arn = x\nservices = none\nendpoint_url = nonsense\nduration_seconds = never\n")]
    public void A_fault_of_another_profile_ends_nothing(string other)
    {
        _home.Config(other + "[profile mine]" + Keys + "\n[profile third]\n" + other);

        Assert.Equal("AKIAMINE", _home.KeyOf("mine"));
    }

    [Theory]
    [InlineData("sso_session = none\nsso_account_id = 111122223333\nsso_role_name = Auditor")]
    [InlineData("sso_start_url = https://acme.awsapps.com/start\nsso_account_id = 111122223333")]
    [InlineData("this is no setting")]
    [InlineData("ca_bundle = /nowhere.pem\nendpoint_url = nonsense\nregion = eu-west-1")]
    public void A_broken_default_ends_nothing_where_others_are_used(string broken)
    {
        _home.Config($"[default]\n{broken}\n[profile mine]{Keys}");

        Assert.Equal("AKIAMINE", _home.KeyOf("mine"));
        var given = _home.Resolve(new TrailConnection { AccessKey = "AKIAGIVEN", SecretKey = "s" });
        Assert.Equal("AKIAGIVEN", given.Caller.GetCredentials().AccessKey);
        Assert.Null(given.Settings.Endpoint("S3"));
        Assert.NotNull(given.Settings.Route);
        _home["AWS_ACCESS_KEY_ID"] = "AKIAAROUND";
        _home["AWS_SECRET_ACCESS_KEY"] = "s";
        Assert.Equal("AKIAAROUND", _home.KeyOf());
    }

    [Fact]
    public void A_pair_of_keys_is_of_one_file()
    {
        _home.Config("[default]\naws_access_key_id = AKIACONFIG\naws_secret_access_key = s\nregion = eu-west-1")
            .Credentials("[default]\naws_access_key_id = AKIACREDENTIALS\naws_secret_access_key = s");

        Assert.Equal("AKIACREDENTIALS", _home.KeyOf());
        _home.Credentials("[default]\naws_access_key_id = AKIACREDENTIALS");
        Assert.Contains($"aws_access_key_id in [default] of {_home.CredentialsFile}", _home.FaultOf().Message);
    }

    [Theory]
    [InlineData("[profile mine]\nregion = eu-west-1\nregion = eu-west-1")]
    [InlineData("[profile mine]\nsso_registration_scopes = a,\n  b\nregion = eu-west-1")]
    public void What_says_the_same_twice_or_goes_on_deeper_is_no_fault(string section)
    {
        _home.Config(section + Keys);

        Assert.Equal("AKIAMINE", _home.KeyOf("mine"));
    }

    [Fact]
    public void A_line_below_another_setting_that_sets_nothing_is_told()
    {
        _home.Config($"[default]\ns3 =\n  nonsense{Keys}");

        Assert.Contains("line 3 is no setting", _home.FaultOf().Message);
    }

    [Fact]
    public void A_profile_is_found_under_the_header_of_the_other_file_and_by_the_older_name_of_the_default()
    {
        _home.Credentials($"[profile mine]{Keys}\n[AWS PS Default]{Keys.Replace("MINE", "OLDER")}");

        Assert.Equal("AKIAMINE", _home.KeyOf("mine"));
        Assert.Equal("AKIAOLDER", _home.KeyOf());
    }

    [Fact]
    public void Settings_may_be_set_in()
    {
        _home.Config("[default]\n  region = eu-west-1\n  aws_access_key_id = AKIAMINE\n  aws_secret_access_key = s\n");

        Assert.Equal("AKIAMINE", _home.KeyOf());
    }

    [Fact]
    public void The_files_may_be_elsewhere()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_home.Folder, "elsewhere")).FullName;
        File.WriteAllText(Path.Combine(folder, "credentials"), "[mine]" + Keys);
        File.WriteAllText(Path.Combine(folder, "config"), "[profile mine]\nregion = eu-west-3");
        TrailConnection[] given = [new() { ProfileName = "mine", ProfileLocation = folder }, new() { ProfileName = "mine", ProfileLocation = Path.Combine(folder, "credentials") }];

        Assert.All(given, connection => Assert.Equal("eu-west-3", _home.Resolve(connection).Region));
        // To AWSSDK.Core 4.1.0 ~ is a folder of that name in the current one (findings/awssdk-tilde-is-a-folder.sh).
        _home["AWS_SHARED_CREDENTIALS_FILE"] = "~/elsewhere/credentials";
        Assert.Equal("eu-west-3", _home.Resolve(new TrailConnection { ProfileName = "mine" }).Region);
        _home["AWS_CONFIG_FILE"] = "~/elsewhere/config";
        Assert.Equal("eu-west-3", _home.Resolve(new TrailConnection { ProfileName = "mine" }).Region);
        _home["AWS_CONFIG_FILE"] = Path.Combine(_home.Folder, "none");
        Assert.Null(_home.Resolve(new TrailConnection { ProfileName = "mine" }).Region);
    }

    [Fact]
    public void The_Region_is_found_in_the_order_of_AWS_Tools_but_for_a_named_profiles_own()
    {
        _home.Config($"[default]\nregion = eu-west-1{Keys}\n[profile named]\nregion = eu-west-2{Keys}\n[profile around]\nregion = eu-west-3\n[profile bare]{Keys}");
        _home["AWS_REGION"] = "eu-north-1";
        _home["AWS_DEFAULT_REGION"] = "eu-south-1";

        Assert.Equal("ca-west-1", _home.Resolve(new TrailConnection { Region = "ca-west-1", SessionRegion = "sa-east-1", ProfileName = "named" }).Region);
        Assert.Equal("sa-east-1", _home.Resolve(new TrailConnection { SessionRegion = "sa-east-1", ProfileName = "named" }).Region);
        Assert.Equal("eu-west-2", _home.Resolve(new TrailConnection { ProfileName = "named" }).Region);
        Assert.Equal("eu-west-1", _home.Resolve(new TrailConnection { ProfileName = "bare" }).Region);
        Assert.Equal("eu-west-1", _home.Resolve(new TrailConnection()).Region);
        _home.Config($"[default]{Keys}");
        Assert.Equal("eu-north-1", _home.Resolve(new TrailConnection()).Region);
        _home["AWS_REGION"] = "";
        Assert.Equal("eu-south-1", _home.Resolve(new TrailConnection()).Region);
    }
}
