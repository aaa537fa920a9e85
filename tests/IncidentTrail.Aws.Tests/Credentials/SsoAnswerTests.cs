using System.Text.Json;
using Amazon.Runtime;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>What SSO is sent, and what is made of whatever answers in its place.</summary>
[Collection(AwsEnvironment.Collection)]
public sealed class SsoAnswerTests
{
    [Fact]
    public async Task A_role_is_asked_for_with_the_sign_in_and_nothing_else()
    {
        using var aws = new AwsEnvironment(_ => null);

        Assert.Equal("ASIASSO", (await Ask(null)).AccessKey);

        var request = Assert.Single(aws.Server.Requests);
        Assert.Equal(("GET", "/federation/credentials?account_id=111122223333&role_name=Audit%20%26%20more"), (request.Method, request.Target));
        Assert.Equal("signed-in", request.Headers["x-amz-sso_bearer_token"]);
        Assert.DoesNotContain("Authorization", request.Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_sign_in_is_renewed_and_kept_for_whoever_comes_next()
    {
        using var aws = new AwsEnvironment(r => r.Target == "/token"
            ? new LoopbackAnswer(200, """{"accessToken":"renewed","expiresIn":3600,"refreshToken":"next","tokenType":"Bearer"}""") : null);

        await Ask(AwsEnvironment.Session);
        await Ask(AwsEnvironment.Session);

        var renewal = Assert.Single(aws.Server.Requests, r => r.Target == "/token");
        Assert.Equal(("POST", "application/json"), (renewal.Method, renewal.Headers["Content-Type"]));
        Assert.Equal(
            """{"clientId":"c","clientSecret":"s","grantType":"refresh_token","refreshToken":"again"}""", renewal.Text);
        Assert.All(
            aws.Server.Requests.Where(r => r.Method == "GET"), r => Assert.Equal("renewed", r.Headers["x-amz-sso_bearer_token"]));
        var kept = Directory.GetFiles(Path.Combine(Environment.GetEnvironmentVariable("HOME")!, ".aws", "sso", "cache"))
            .Select(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement)
            .Single(token => token.TryGetProperty("refreshToken", out _));
        Assert.Equal(("renewed", "next"), (kept.GetProperty("accessToken").GetString(), kept.GetProperty("refreshToken").GetString()));
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    [InlineData("""{"roleCredentials":{"accessKeyId":"ASIA","secretAccessKey":"hidden","sessionToken":"hidden"}}""", null)]
    [InlineData("""{"roleCredentials":{"accessKeyId":"ASIA","expiration":9000000000000,"sessionToken":"hidden"}}""", null)]
    [InlineData("""{"roleCredentials":{"accessKeyId":"ASIA","secretAccessKey":"hidden","expiration":9000000000000000000}}""", null)]
    [InlineData("{}", AwsEnvironment.Session)]
    public async Task An_answer_without_credentials_is_no_missing_sign_in(string body, string? session)
    {
        using var aws = new AwsEnvironment(_ => new LoopbackAnswer(200, body));

        var fault = (await Assert.ThrowsAsync<TrailSourceException>(() => Ask(session))).Fault;

        Assert.Equal(TrailFaultKind.ReadFailed, fault.Kind);
        Assert.Contains("UnreadableAnswer", fault.Message);
        Assert.DoesNotContain("hidden", fault.Message);
        Assert.Single(aws.Server.Requests);
    }

    [Theory]
    [InlineData("<html>Sign in to the network</html>")]
    [InlineData("""{"roleCredentials":{"accessKeyId":"ASIA","secretAccessKey":"hidden""")]
    [InlineData("""{"roleCredentials":{"accessKeyId":"ASIA","secretAccessKey":not-hidden}}""")]
    public async Task What_is_no_JSON_is_asked_for_again_and_is_no_missing_sign_in(string body)
    {
        using var aws = new AwsEnvironment(_ => new LoopbackAnswer(200, body));

        var error = await Assert.ThrowsAsync<TrailSourceException>(() => Ask(null));

        Assert.Equal(TrailFaultKind.Connection, error.Fault.Kind);
        Assert.Contains("in each of 5 attempts: the answer is no readable JSON (line 1, byte ", error.Fault.Message);
        Assert.DoesNotContain("hidden", error.ToString());
        Assert.Equal(5, aws.Server.Requests.Count);
    }

    [Fact]
    public void Each_is_at_home_under_a_name_of_its_own()
    {
        using var home = new ProfileHome();
        Assert.Equal("https://portal.sso.eu-west-1.amazonaws.com/", home.Settings().EndpointIn("sso", "eu-west-1", host: "portal.sso").AbsoluteUri);
        home["AWS_USE_FIPS_ENDPOINT"] = "true";
        Assert.Equal("https://oidc-fips.us-east-1.amazonaws.com/", home.Settings().EndpointIn("sso_oidc", "us-east-1", host: "oidc").AbsoluteUri);
        home["AWS_ENDPOINT_URL_SSO_OIDC"] = "http://lab:1";
        Assert.Equal("http://lab:1/", home.Settings().EndpointIn("sso_oidc", "us-east-1", host: "oidc").AbsoluteUri);
    }

    private static Task<ImmutableCredentials> Ask(string? session) => new SsoCredentials(
        "work", new SsoRole("111122223333", "Audit & more", AwsEnvironment.StartUrl, "us-east-1", session),
        new ServiceSettings(Profiles.AwsVariables.OfProcess, ProfileHome.AtOnce)).GetCredentialsAsync();
}
