using Amazon.Runtime;

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

    public static WebIdentityCredentials? FindWebIdentity(string sessionName, string? region) =>
        Read("AWS_WEB_IDENTITY_TOKEN_FILE") is { } file && Read("AWS_ROLE_ARN") is { } role
            ? new WebIdentityCredentials(file, role, Read("AWS_ROLE_SESSION_NAME") ?? sessionName, region)
            : null;

    /// <summary>The role of the container or of the instance; null where neither answers.</summary>
    public static AWSCredentials? FindMachine(CancellationToken token, out Exception? why)
    {
        why = null;
        if (Read("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is not null || Read("AWS_CONTAINER_CREDENTIALS_FULL_URI") is not null)
            return new GenericContainerCredentials();
        if (string.Equals(Read("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Task.Run(static () => new InstanceProfileAWSCredentials(), token).WaitAsync(token).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            why = e;
            return null;
        }
    }

    public static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
