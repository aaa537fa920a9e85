namespace IncidentTrail.Aws.Faults;

/// <summary>The faults of finding credentials, each with what to do about it.</summary>
internal static class CredentialFaults
{
    private const string Anywhere =
        "Name a profile with -ProfileName, run Set-AWSCredential, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and "
        + "AWS_SECRET_ACCESS_KEY.";

    public static TrailSourceException NoneFound(Exception? cause) => New(
        "credentials", "No AWS credentials were found: none given, none in the session, the environment or a default "
        + "profile, and no container or instance role answered"
        + (cause is TimeoutException silence ? $" ({silence.Message})." : "."), Anywhere, cause);

    public static TrailSourceException NotGiven(Exception cause) => New(
        "credentials", $"The AWS credentials could not be had: {Sentence(cause)}", Anywhere, cause);

    public static TrailSourceException NoSecret() => New(
        "credentials", "-AccessKey and -SecretKey are only of use together, and one of them is missing.",
        "Give both, and -SessionToken with temporary credentials.");

    public static TrailSourceException NoProfile(string name, string files) => New(
        name, $"The profile '{name}' does not exist in {files}.",
        "Get-AWSCredential -ListProfileDetail, or 'aws configure list-profiles', lists the names there are.");

    /// <summary>A file of profiles that is there and cannot be read.</summary>
    public static TrailSourceException File(string path, Exception cause) => New(
        path, $"{path}, where profiles are, cannot be read: {Sentence(cause)}", "Check who may read it.", cause);

    /// <summary>A variable of the environment that cannot be used.</summary>
    public static TrailSourceException Variable(string name, string why, string remedy, Exception? cause = null) => New(
        name, $"The variable {name} {why}.", remedy, cause);

    /// <summary>A name as a shell takes it.</summary>
    public static string Quoted(string name) => name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or '/')
        ? name : "\"" + name + "\"";

    public static TrailSourceException Profile(string name, string why, string? remedy = null, Exception? cause = null) =>
        New(name, $"The profile '{name}' gives no credentials: {why}", remedy, cause);

    public static TrailSourceException LoginSession(string name) => Profile(
        name, "it is a console login ('aws login'), which this module cannot renew.",
        $"Run 'aws configure export-credentials --profile {Quoted(name)} --format powershell' and invoke what it prints, "
        + "or use a profile of another kind.");

    /// <summary>What SSO refused, or that nobody has signed in.</summary>
    public static TrailSourceException Sso(string profile, Exception cause) => ServiceFailure(cause) switch
    {
        { Code: "ForbiddenException" or "ResourceNotFoundException" } refused => Profile(
            profile, $"SSO refused its role: {refused.Error.Message}", "Check sso_account_id and sso_role_name.", refused),
        { Kind: TrailFaultKind.Throttled or TrailFaultKind.Connection } failed => new TrailSourceException(failed.ToFault(profile)),
        _ => Profile(
            profile, "its SSO sign-in is missing or has expired.",
            $"Sign in with 'aws sso login --profile {Quoted(profile)}' or Invoke-AWSSSOLogin -ProfileName {Quoted(profile)}, and run this again.",
            cause),
    };

    public static TrailSourceException NoMfaCode(string role, string serial) => New(
        role, $"The role {role} asks for a code of the MFA device {serial}, and none was given.",
        "Run this where you can be asked, or give temporary credentials that were made with MFA.");

    public static TrailSourceException Object(string parameter, Exception cause) => New(
        parameter, $"The credentials of {parameter} could not be renewed: {Sentence(cause)}", Anywhere, cause);

    /// <summary>What STS refused: the right to take the role, or the credentials that asked for it.</summary>
    public static TrailSourceException Role(string role, Exception cause) => cause switch
    {
        TrailSourceException known => known,
        ServiceException failed => new TrailSourceException(new TrailFault(
            failed.Kind, role, $"The role {role} could not be assumed: {failed.Sentence}", RemedyTable.For(failed), failed)),
        _ => New(role, $"The role {role} could not be assumed: {Sentence(cause)}", null, cause),
    };

    private static ServiceException? ServiceFailure(Exception? cause) =>
        cause is null ? null : cause as ServiceException ?? ServiceFailure(cause.InnerException);

    private static string Sentence(Exception cause)
    {
        var text = string.IsNullOrWhiteSpace(cause.Message) ? cause.GetType().Name : cause.Message.Trim();
        return text.EndsWith('.') ? text : text + ".";
    }

    private static TrailSourceException New(string target, string message, string? remedy, Exception? cause = null) =>
        new(new TrailFault(TrailFaultKind.Credentials, target, message, remedy, cause));
}
