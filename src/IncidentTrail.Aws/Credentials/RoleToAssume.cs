namespace IncidentTrail.Aws.Credentials;

/// <summary>A role and what STS is told when it is assumed.</summary>
/// <param name="Arn">The role's ARN.</param>
/// <param name="SessionName">The name its session goes by in CloudTrail.</param>
/// <param name="ExternalId">The external id its trust policy asks for, or null.</param>
/// <param name="SourceIdentity">The source identity to set, or null.</param>
/// <param name="MfaSerial">The MFA device its trust policy asks for, or null.</param>
/// <param name="MfaCode">That device's code, good for one call; null without a device.</param>
/// <param name="Seconds">How long the session is to last; null for STS's own hour.</param>
internal sealed record RoleToAssume(
    string Arn, string SessionName, string? ExternalId = null, string? SourceIdentity = null, string? MfaSerial = null,
    string? MfaCode = null, int? Seconds = null);
