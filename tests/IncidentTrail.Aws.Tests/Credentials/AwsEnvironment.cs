using System.Security.Cryptography;
using System.Text;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>
/// One server for STS and SSO, a home with sign-ins, and an environment that names both. The environment is the process's, so the
/// tests that use it are of one collection.
/// </summary>
internal sealed class AwsEnvironment : IDisposable
{
    public const string Collection = "AWS environment";
    public const string StartUrl = "https://example.awsapps.com/start";
    public const string Session = "work";

    private readonly Dictionary<string, string?> _before = [];
    private readonly string _home = Directory.CreateTempSubdirectory("IncidentTrail-home-").FullName;

    public AwsEnvironment(Func<LoopbackRequest, LoopbackAnswer?> answer)
    {
        Server = new LoopbackServer(request => answer(request) ?? Well(request));
        var url = Server.Url.AbsoluteUri;
        Set("AWS_ENDPOINT_URL_STS", url);
        Set("AWS_ENDPOINT_URL_SSO", url);
        Set("AWS_ENDPOINT_URL_SSO_OIDC", url);
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", url + "container");
        Set("HOME", _home);
        Set("USERPROFILE", _home);
        Directory.CreateDirectory(Cache);
        SignIn(StartUrl, $$"""{"startUrl":"{{StartUrl}}","region":"us-east-1","accessToken":"signed-in","expiresAt":"{{Hours(1)}}"}""");
        SignIn(Session, $$"""{"startUrl":"{{StartUrl}}","region":"us-east-1","accessToken":"old","refreshToken":"again","clientId":"c","clientSecret":"s","registrationExpiresAt":"{{Hours(24)}}","expiresAt":"{{Hours(-1)}}"}""");
    }

    public LoopbackServer Server { get; }

    private string Cache => Path.Combine(_home, ".aws", "sso", "cache");

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        Server.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    /// <summary>An error as STS writes it.</summary>
    public static LoopbackAnswer StsError(int status, string code) => new(
        status, $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>");

    /// <summary>An error as SSO writes it.</summary>
    public static LoopbackAnswer SsoError(int status, string code) =>
        new(status, """{"message":"no"}""") { Headers = { ["x-amzn-ErrorType"] = code } };

    private static LoopbackAnswer Well(LoopbackRequest request) => request.Target switch
    {
        "/token" => new LoopbackAnswer(200, """{"accessToken":"signed-in","expiresIn":3600,"tokenType":"Bearer"}"""),
        var target when target.StartsWith("/federation", StringComparison.Ordinal) => new LoopbackAnswer(
            200, $$$"""{"roleCredentials":{"expiration":{{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds()}}},"accessKeyId":"ASIASSO","secretAccessKey":"s","sessionToken":"t"}}"""),
        _ => new LoopbackAnswer(
            200, $"""
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
            <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
            <Expiration>{Hours(1)}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
            """),
    };

    private static string Hours(double from) => DateTime.UtcNow.AddHours(from).ToString("yyyy-MM-ddTHH:mm:ssZ");

    private void SignIn(string name, string json) => File.WriteAllText(
        Path.Combine(Cache, Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(name))).ToLowerInvariant() + ".json"), json);

    private void Set(string name, string value)
    {
        _before[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }
}
