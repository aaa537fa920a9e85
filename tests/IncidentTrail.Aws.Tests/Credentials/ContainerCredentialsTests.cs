using IncidentTrail.Aws.Credentials;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>A container's role, from the address that its environment names.</summary>
public sealed class ContainerCredentialsTests : IDisposable
{
    private readonly ProfileHome _home = new();
    private readonly RoleServer _server = new();

    public ContainerCredentialsTests() => _home["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = _server.Url + "/container?id=1";

    public void Dispose()
    {
        _home.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Its_token_is_sent_from_the_variable_or_rather_its_file_as_it_is_then()
    {
        _home["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "Basic variable";
        Assert.Equal(RoleServer.KeyOf("container"), (await AskAsync()).AccessKey);
        var file = Path.Combine(_home.Folder, "token");
        File.WriteAllText(file, "Bearer one\n");
        _home["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = file;
        await AskAsync();
        File.WriteAllText(file, "Bearer two\n");
        await AskAsync();

        Assert.Equal(["Basic variable", "Bearer one", "Bearer two"], _server.Requests.Select(r => r.Headers["Authorization"]));
        Assert.All(_server.Requests, r => Assert.Equal("/container?id=1", r.Target));
    }

    [Fact]
    public async Task They_are_used_until_the_end_that_the_answer_tells()
    {
        _server.Instead = _ => new LoopbackAnswer(200, """{"AccessKeyId":"ASIA","SecretAccessKey":"s","Token":"t","Expiration":"2999-01-02T03:04:05Z"}""");
        var credentials = new ContainerCredentials(ContainerCredentials.AddressIn(_home.Variables)!, _home.Settings());

        await credentials.GetCredentialsAsync();

        // The SDK takes off how long before it renews.
        var end = new DateTime(2999, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        Assert.InRange(credentials.Expiration!.Value, end.AddHours(-1), end);
    }

    [Theory]
    [InlineData(403, """{"code":"AccessDenied","message":"no role for this task"}""", TrailFaultKind.Credentials, 1, "AccessDenied: no role for this task")]
    [InlineData(401, "", TrailFaultKind.Credentials, 1, "HTTP status 401")]
    [InlineData(404, "", TrailFaultKind.Credentials, 1, "HTTP status 404")]
    [InlineData(200, "<html>", TrailFaultKind.Credentials, 1, "holds no credentials")]
    [InlineData(200, """{"AccessKeyId":"A"}""", TrailFaultKind.Credentials, 1, "holds no credentials")]
    [InlineData(200, """{"AccessKeyId":"A","SecretAccessKey":not-hidden}""", TrailFaultKind.Credentials, 1, "holds no credentials")]
    [InlineData(503, "", TrailFaultKind.Connection, 5, "HTTP status 503")]
    [InlineData(429, "", TrailFaultKind.Throttled, 8, "HTTP status 429")]
    public async Task What_it_answers_is_told_with_the_variable_and_asked_again_only_where_that_helps(
        int status, string body, TrailFaultKind kind, int requests, string words)
    {
        _server.Instead = _ => new LoopbackAnswer(status, body);

        var error = await Assert.ThrowsAsync<TrailSourceException>(AskAsync);

        var fault = error.Fault;
        Assert.DoesNotContain("hidden", error.ToString());
        Assert.Equal((kind, requests), (fault.Kind, _server.Requests.Count));
        Assert.Contains($"{_server.Url}/container?id=1 (AWS_CONTAINER_CREDENTIALS_FULL_URI)", fault.Message);
        Assert.Contains(words, fault.Message);
    }

    [Fact]
    public void A_token_file_that_is_not_there_is_told_and_nothing_is_asked()
    {
        _home["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = "/var/run/secrets/none";

        var fault = _home.FaultOf();

        Assert.Equal(TrailFaultKind.Credentials, fault.Kind);
        Assert.Contains("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names /var/run/secrets/none", fault.Message);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task One_that_nobody_listens_at_is_told()
    {
        _server.Dispose();
        _home["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "t";

        var fault = (await Assert.ThrowsAsync<TrailSourceException>(AskAsync)).Fault;

        Assert.Equal(TrailFaultKind.Connection, fault.Kind);
        Assert.Contains("AWS_CONTAINER_CREDENTIALS_FULL_URI", fault.Message);
    }

    [Theory]
    [InlineData("http://example.net/credentials")]
    [InlineData("credentials")]
    [InlineData("ftp://127.0.0.1/credentials")]
    public void The_token_is_sent_in_the_clear_within_this_machine_only(string address)
    {
        _home["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = address;

        Assert.Contains($"AWS_CONTAINER_CREDENTIALS_FULL_URI is '{address}'", _home.FaultOf().Message);
    }

    [Theory]
    [InlineData("//example.net/credentials")]
    [InlineData("http://example.net/credentials")]
    [InlineData("//user@169.254.170.2/credentials")]
    [InlineData("//169.254.170.2:8080/credentials")]
    [InlineData("//[x/credentials")]
    public void A_path_that_leads_elsewhere_is_told_and_nothing_is_asked(string path)
    {
        _home["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = path;

        Assert.Contains($"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is '{path}', which is no path", _home.FaultOf().Message);
    }

    [Theory]
    [InlineData("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials", "http://169.254.170.23/v1/credentials")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://[fd00:ec2::23]/v1/credentials", "http://[fd00:ec2::23]/v1/credentials")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_FULL_URI", "https://example.net/credentials", "https://example.net/credentials")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/1", "http://169.254.170.2/v2/credentials/1")]
    public void The_addresses_of_ECS_and_EKS_are_known(string variable, string value, string address)
    {
        _home[variable] = value;

        Assert.Equal(address, ContainerCredentials.AddressIn(_home.Variables)!.AbsoluteUri);
    }

    private Task<Amazon.Runtime.ImmutableCredentials> AskAsync() =>
        new ContainerCredentials(ContainerCredentials.AddressIn(_home.Variables)!, _home.Settings()).GetCredentialsAsync();
}
