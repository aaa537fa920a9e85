using Amazon.Runtime;
using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>What STS is sent, and what is made of whatever answers in its place.</summary>
public sealed class StsAnswerTests : IDisposable
{
    private const string Namespace = "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"";
    private const string Role = "arn:aws:iam::111122223333:role/reader";

    private readonly ProfileHome _home = new();
    private readonly RoleServer _sts = new();

    public StsAnswerTests() => _home["AWS_ENDPOINT_URL_STS"] = _sts.Url + "/below";

    public void Dispose()
    {
        _home.Dispose();
        _sts.Dispose();
    }

    [Fact]
    public async Task A_role_is_asked_for_signed_with_all_that_is_told_and_nothing_else()
    {
        var keys = await Ask(new RoleToAssume(Role, "a b+c", "x & y", "source", "arn:aws:iam::111122223333:mfa/me", "123456", 900));

        Assert.Equal((RoleServer.KeyOf("reader"), "secret-of-reader", "token-of-reader"), (keys.AccessKey, keys.SecretKey, keys.Token));
        var request = Assert.Single(_sts.Requests);
        Assert.True(SigV4Check.IsSigned(request, "caller-secret"));
        Assert.Equal(("AKIACALLER", "us-east-1", "sts"), (request.AccessKey, request.Region, SigV4Check.Scope(request).Service));
        Assert.Equal(("caller-token", "/below/"), (request.Headers["X-Amz-Security-Token"], request.Target));
        Assert.Equal(
            [
                ("Action", "AssumeRole"), ("DurationSeconds", "900"), ("ExternalId", "x & y"), ("RoleArn", Role),
                ("RoleSessionName", "a b+c"), ("SerialNumber", "arn:aws:iam::111122223333:mfa/me"), ("SourceIdentity", "source"),
                ("TokenCode", "123456"), ("Version", "2011-06-15"),
            ],
            _sts.Asked.Single().Select(each => (each.Key, each.Value)).Order());
    }

    [Fact]
    public async Task A_token_of_an_identity_provider_is_sent_unsigned()
    {
        var file = Path.Combine(_home.Folder, "token");
        File.WriteAllText(file, "a.b+c\n");
        var credentials = new WebIdentityCredentials(
            file, new RoleToAssume(Role, "s", "not-told"), "us-east-1", _home.Settings(), _ => throw new InvalidOperationException());

        Assert.Equal(RoleServer.KeyOf("reader"), (await credentials.GetCredentialsAsync()).AccessKey);

        Assert.DoesNotContain("Authorization", Assert.Single(_sts.Requests).Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(
            ["Action=AssumeRoleWithWebIdentity", $"RoleArn={Role}", "RoleSessionName=s", "Version=2011-06-15", "WebIdentityToken=a.b+c"],
            _sts.Asked.Single().Select(each => each.Key + "=" + each.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_code_its_words_and_its_request()
    {
        var fault = await FaultAsync(
            400, $"<ErrorResponse {Namespace}><Error><Type>Sender</Type><Code>ValidationError</Code><Message>1 &lt; 2\u200b</Message></Error><RequestId>of-sts</RequestId></ErrorResponse>");

        Assert.Equal(TrailFaultKind.Argument, fault.Kind);
        Assert.Contains("ValidationError: 1 < 2", fault.Message);
        Assert.Contains("(request of-sts)", fault.Message);
        Assert.Single(_sts.Requests);
    }

    [Theory]
    [InlineData("<AssumeRoleResponse/>")]
    [InlineData("<AssumeRoleResponse><AssumeRoleResult><Credentials/></AssumeRoleResult></AssumeRoleResponse>")]
    [InlineData("<AssumeRoleResponse><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey> </SecretAccessKey></Credentials></AssumeRoleResponse>")]
    [InlineData("<AssumeRoleResponse><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>hidden</SecretAccessKey><Expiration>soon</Expiration></Credentials></AssumeRoleResponse>")]
    public async Task An_answer_without_credentials_is_told_as_that(string body)
    {
        var fault = await FaultAsync(200, body);

        Assert.Equal(TrailFaultKind.ReadFailed, fault.Kind);
        Assert.Contains($"The role {Role} could not be assumed: sts:AssumeRole in us-east-1 failed: UnreadableAnswer", fault.Message);
        Assert.DoesNotContain("hidden", fault.Message);
        Assert.Single(_sts.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<!DOCTYPE html><html><body>Sign in to the network</body></html>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><AssumeRoleResponse><Credentials><AccessKeyId>&a;</AccessKeyId><SecretAccessKey>&a;</SecretAccessKey></Credentials></AssumeRoleResponse>")]
    [InlineData("<AssumeRoleResponse><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>hidden")]
    [InlineData("<AssumeRoleResponse><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey></hidden></Credentials></AssumeRoleResponse>")]
    public async Task What_is_no_XML_of_STS_is_asked_for_again_and_then_told_by_its_place(string body)
    {
        var fault = await FaultAsync(200, body);

        Assert.Equal(TrailFaultKind.Connection, fault.Kind);
        Assert.Matches(@"in each of 5 attempts: the answer is no readable XML \(line \d+, position \d+\)", fault.Message);
        Assert.Equal(5, _sts.Requests.Count);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>bad gateway</body></html>")]
    [InlineData("<html><body>bad gateway")]
    public async Task A_failure_that_is_no_XML_of_STS_is_told_by_its_status(string body)
    {
        var fault = await FaultAsync(502, body);

        Assert.Equal(TrailFaultKind.Connection, fault.Kind);
        Assert.Contains("HTTP status 502", fault.Message);
        Assert.DoesNotContain("gateway", fault.Message);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task An_answer_without_end_is_not_read(int status)
    {
        var fault = await FaultAsync(status, "<AssumeRoleResponse>" + new string(' ', AdapterLimits.LargestCredentials));

        Assert.Equal(TrailFaultKind.Connection, fault.Kind);
    }

    private Task<ImmutableCredentials> Ask(RoleToAssume role) => new RoleCredentials(
        new SessionAWSCredentials("AKIACALLER", "caller-secret", "caller-token"), role, "us-east-1", _home.Settings()).GetCredentialsAsync();

    private async Task<TrailFault> FaultAsync(int status, string body)
    {
        _sts.Instead = _ => new LoopbackAnswer(status, body);
        var error = await Assert.ThrowsAsync<TrailSourceException>(() => Ask(new RoleToAssume(Role, "s")));
        Assert.DoesNotMatch("caller-secret|caller-token|hidden", error.ToString());
        return error.Fault;
    }
}
