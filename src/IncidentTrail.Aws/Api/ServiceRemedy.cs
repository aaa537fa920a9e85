namespace IncidentTrail.Aws.Api;

/// <summary>What to do about a call that failed, in one sentence.</summary>
internal static class ServiceRemedy
{
    /// <summary>The remedy for a failed call.</summary>
    public static string For(ServiceException failure) => failure.Kind switch
    {
        TrailFaultKind.Credentials => ForCredentials(failure),
        TrailFaultKind.AccessDenied =>
            $"Allow {failure.Service}:{failure.Operation} to these credentials, or use others with -ProfileName or -RoleArn.",
        TrailFaultKind.Throttled =>
            "Other tools, or the console, use the same quota of the account and Region: try again later, or ask for a shorter window.",
        TrailFaultKind.Connection =>
            $"Check the network, the proxy and that '{failure.Region}' is the name of a Region; then run the command again.",
        TrailFaultKind.Argument => "Check the arguments; the service refuses them as they are.",
        TrailFaultKind.SourceNotFound => "Check the name, the account and the Region.",
        _ => "Run the command again; if it fails in the same way, name the request id to AWS Support.",
    };

    private static string ForCredentials(ServiceException failure) => failure.Code switch
    {
        "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired" =>
            "The credentials have expired: sign in again (aws sso login, or Invoke-AWSSSOLogin), or give new ones with -ProfileName or -Credential.",
        "UnrecognizedClientException" or "InvalidClientTokenId" =>
            $"Check the credentials (-ProfileName, -Credential), and that {failure.Region} is enabled for the account: a Region that is not refuses valid ones.",
        "InvalidSignatureException" or "SignatureDoesNotMatch" =>
            "Check the secret key, -Region, -EndpointUrl and this machine's clock.",
        "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" => "Set this machine's clock.",
        _ => "Check the credentials: -ProfileName, -Credential, or -AccessKey with -SecretKey.",
    };
}
