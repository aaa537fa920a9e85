using Amazon.Runtime;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Credentials;

/// <summary>The credentials that the environment's variables hold.</summary>
internal static class EnvironmentCredentials
{
    public static AWSCredentials? Find(AwsVariables environment)
    {
        if (environment["AWS_ACCESS_KEY_ID"] is not { } access)
            return null;
        var secret = environment["AWS_SECRET_ACCESS_KEY"] ?? environment["AWS_SECRET_KEY"] ?? throw CredentialFaults.Variable(
            "AWS_ACCESS_KEY_ID", "is set, and AWS_SECRET_ACCESS_KEY is not", RemedyTable.HalfSet);
        return environment["AWS_SESSION_TOKEN"] is { } token
            ? new SessionAWSCredentials(access, secret, token)
            : new BasicAWSCredentials(access, secret);
    }

    public static WebIdentityCredentials? FindWebIdentity(AwsVariables environment, string sessionName, string? region, ServiceSettings settings)
    {
        const string TokenFile = "AWS_WEB_IDENTITY_TOKEN_FILE";
        if (environment[TokenFile] is not { } file)
            return null;
        var role = environment["AWS_ROLE_ARN"] ?? throw CredentialFaults.Variable(
            TokenFile, "is set, and AWS_ROLE_ARN is not", RemedyTable.HalfSet);
        return new WebIdentityCredentials(
            environment.PathOf(file), new RoleToAssume(role, environment["AWS_ROLE_SESSION_NAME"] ?? sessionName), region, settings,
            e => CredentialFaults.Variable(TokenFile, $"names {file}, which cannot be read: {e.Message}", RemedyTable.NoFile, e));
    }
}
