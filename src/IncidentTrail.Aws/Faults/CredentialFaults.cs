namespace IncidentTrail.Aws.Faults;

/// <summary>The faults of finding credentials, each with what to do about it.</summary>
internal static class CredentialFaults
{
    public static TrailSourceException NoneFound(Exception? cause) => New(
        "credentials", "No AWS credentials were found: none given, none in the session, the environment or a default "
        + "profile, and no container or instance role answered"
        + (cause is TimeoutException silence ? $" ({silence.Message})." : "."), RemedyTable.NoCredentials, cause);

    public static TrailSourceException NotGiven(Exception cause) => New(
        "credentials", $"The AWS credentials could not be had: {Sentence(cause)}", RemedyTable.NoCredentials, cause);

    /// <summary>A part of the credentials that can be none.</summary>
    public static TrailSourceException NoKey(string part) => New(
        "credentials", $"The AWS credentials cannot be used: their {part} holds a character that none has, such as a line end.",
        RemedyTable.StrayCharacter);

    public static TrailSourceException NoSecret() => New(
        "credentials", "-AccessKey and -SecretKey are only of use together, and one of them is missing.",
        RemedyTable.HalfGiven);

    public static TrailSourceException NoProfile(string name, string files) => New(
        name, $"The profile '{name}' does not exist in {files}.",
        RemedyTable.NoProfile);

    /// <summary>A file of profiles that is there and cannot be read.</summary>
    public static TrailSourceException File(string path, Exception cause) => New(
        path, $"{path}, where profiles are, cannot be read: {Sentence(cause)}", RemedyTable.ProfileFile, cause);

    /// <summary>A variable of the environment that cannot be used.</summary>
    public static TrailSourceException Variable(string name, string why, string remedy, Exception? cause = null) => New(
        name, $"The variable {name} {why}.", remedy, cause);

    public static TrailSourceException Profile(string name, string why, string? remedy = null, Exception? cause = null) =>
        New(name, $"The profile '{name}' gives no credentials: {why}", remedy, cause);

    public static TrailSourceException LoginSession(string name) => Profile(
        name, "it is a console login ('aws login'), which this module cannot renew.",
        RemedyTable.LoginSession(name));

    /// <summary>What SSO refused, or that nobody has signed in.</summary>
    public static TrailSourceException Sso(string profile, Exception cause) => ServiceFailure(cause) switch
    {
        { Code: "ForbiddenException" or "ResourceNotFoundException" } refused => Profile(
            profile, $"SSO refused its role: {refused.Error.Message}", RemedyTable.SsoRole, refused),
        { Kind: TrailFaultKind.Throttled or TrailFaultKind.Connection } failed => new TrailSourceException(failed.ToFault(profile)),
        { Code: ServiceError.UnreadableAnswer } unclear => new TrailSourceException(unclear.ToFault(profile)),
        _ => Profile(
            profile, "its SSO sign-in is missing or has expired.",
            RemedyTable.SsoSignIn(profile), cause),
    };

    public static TrailSourceException NoMfaCode(string role, string serial) => New(
        role, $"The role {role} asks for a code of the MFA device {serial}, and none was given.",
        RemedyTable.NoMfaCode);

    public static TrailSourceException Object(string parameter, Exception cause) => New(
        parameter, $"The credentials of {parameter} could not be renewed: {Sentence(cause)}", RemedyTable.NoCredentials, cause);

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
