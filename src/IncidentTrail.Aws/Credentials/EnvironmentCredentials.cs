using Amazon.Runtime;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws;

/// <summary>The credentials that the environment's variables hold.</summary>
internal static class EnvironmentCredentials
{
    public static AWSCredentials? Find()
    {
        var access = Read("AWS_ACCESS_KEY_ID");
        var secret = Read("AWS_SECRET_ACCESS_KEY") ?? Read("AWS_SECRET_KEY");
        if (access is null || secret is null)
            return null;
        return Read("AWS_SESSION_TOKEN") is { } token
            ? new SessionAWSCredentials(access, secret, token)
            : new BasicAWSCredentials(access, secret);
    }

    public static WebIdentityCredentials? FindWebIdentity(string sessionName, string? region, RetrySchedule schedule) =>
        Read("AWS_WEB_IDENTITY_TOKEN_FILE") is { } file && Read("AWS_ROLE_ARN") is { } role
            ? new WebIdentityCredentials(file, role, Read("AWS_ROLE_SESSION_NAME") ?? sessionName, region, schedule)
            : null;

    public static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
