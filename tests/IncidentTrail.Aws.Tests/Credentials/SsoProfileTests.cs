using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>Profiles of IAM Identity Center, as <c>aws configure sso</c> writes them.</summary>
public sealed class SsoProfileTests : IDisposable
{
    private readonly ProfileHome _home = new();
    private readonly RoleServer _portal = new();

    public SsoProfileTests() => _home.Config($"""
        [default]
        endpoint_url = http://127.0.0.1:1
        [sso-session 'Acme Dev']
        sso_start_url = https://acme.awsapps.com/start
        sso_region = us-east-1
        sso_registration_scopes = sso:account:access
        [profile 'Acme Auditor']
        sso_session = Acme Dev
        sso_account_id = 111122223333
        sso_role_name = Auditor
        endpoint_url = {_portal.Url}
        [profile beyond]
        role_arn = arn:aws:iam::111122223333:role/beyond
        source_profile = Acme Auditor
        """);

    public void Dispose()
    {
        _home.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public void A_session_may_have_a_blank_in_its_name_and_the_portal_is_the_profiles_own()
    {
        _home.SignIn("Acme Dev", TimeSpan.FromHours(1));

        Assert.Equal(RoleServer.KeyOf("sso"), _home.KeyOf("Acme Auditor"));
        Assert.Equal(RoleServer.KeyOf("beyond"), _home.KeyOf("beyond"));
    }

    [Theory]
    [InlineData(-1, "Acme Auditor")]
    [InlineData(null, "Acme Auditor")]
    [InlineData(-1, "beyond")]
    public void A_session_that_has_ended_names_the_command_that_signs_in(int? hours, string profile)
    {
        if (hours is { } left)
            _home.SignIn("Acme Dev", TimeSpan.FromHours(left));

        var fault = _home.FaultOf(profile);

        Assert.Equal(TrailFaultKind.Credentials, fault.Kind);
        Assert.Contains("aws sso login --profile \"Acme Auditor\"", fault.Remedy);
        Assert.Empty(_portal.Requests);
    }

    [Theory]
    [InlineData(401, "UnauthorizedException", TrailFaultKind.Credentials, "aws sso login --profile \"Acme Auditor\"")]
    [InlineData(403, "ForbiddenException", TrailFaultKind.Credentials, "sso_role_name")]
    [InlineData(404, "ResourceNotFoundException", TrailFaultKind.Credentials, "sso_role_name")]
    public void What_the_portal_refuses_is_told_with_its_remedy(int status, string code, TrailFaultKind kind, string remedy)
    {
        _home.SignIn("Acme Dev", TimeSpan.FromHours(1));
        _portal.Instead = _ => new LoopbackAnswer(status, """{"message":"no"}""") { Headers = { ["x-amzn-ErrorType"] = code } };

        var fault = _home.FaultOf("Acme Auditor");

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(remedy, fault.Remedy);
        Assert.Single(_portal.Requests);
    }
}
