using System.Web;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>STS, SSO and a container's credentials as far as profiles need them: who takes a role gets an access key that tells the role's name.</summary>
internal sealed class RoleServer : IDisposable
{
    private readonly LoopbackServer _http;

    public RoleServer() => _http = new LoopbackServer(request => Instead(request) ?? Answer(request));

    /// <summary>What is answered instead; null for the usual.</summary>
    public Func<LoopbackRequest, LoopbackAnswer?> Instead { get; set; } = _ => null;

    public string Url => _http.Url.AbsoluteUri.TrimEnd('/');

    public IReadOnlyList<LoopbackRequest> Requests => _http.Requests;

    /// <summary>What STS was asked, by its parameters.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Asked => _http.Requests.Where(r => r.Method == "POST").Select(Form);

    /// <summary>The access key that stands for a role.</summary>
    public static string KeyOf(string role) => "ASIA" + role.ToUpperInvariant();

    public void Dispose() => _http.Dispose();

    private static LoopbackAnswer Answer(LoopbackRequest request)
    {
        if (request.Target.StartsWith("/federation/credentials", StringComparison.Ordinal))
        {
            return request.Headers.GetValueOrDefault("x-amz-sso_bearer_token") != "signed-in"
                ? new LoopbackAnswer(401, """{"message":"Session token not found or invalid"}""") { Headers = { ["x-amzn-ErrorType"] = "UnauthorizedException" } }
                : new LoopbackAnswer(200, $$"""{"roleCredentials":{"expiration":{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds()}},"accessKeyId":"{{KeyOf("sso")}}","secretAccessKey":"s","sessionToken":"t"} }""");
        }

        if (request.Target.StartsWith("/container", StringComparison.Ordinal))
            return new LoopbackAnswer(200, $$"""{"AccessKeyId":"{{KeyOf("container")}}","SecretAccessKey":"s","Token":"t","Expiration":"{{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}}"}""");

        var form = Form(request);
        var role = form["RoleArn"].Split('/')[^1];
        var action = form["Action"];
        return role == "forbidden"
            ? new LoopbackAnswer(403, $"<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform: sts:AssumeRole on resource: {form["RoleArn"]}</Message></Error><RequestId>r</RequestId></ErrorResponse>")
            : new LoopbackAnswer(200, $"""
                <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><Credentials>
                <AccessKeyId>{KeyOf(role)}</AccessKeyId><SecretAccessKey>secret-of-{role}</SecretAccessKey><SessionToken>token-of-{role}</SessionToken>
                <Expiration>{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials>
                <AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/{role}/x</Arn></AssumedRoleUser>
                </{action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{action}Response>
                """);
    }

    private static Dictionary<string, string> Form(LoopbackRequest request)
    {
        var form = HttpUtility.ParseQueryString(request.Text);
        return form.AllKeys.ToDictionary(key => key!, key => form[key]!);
    }
}
