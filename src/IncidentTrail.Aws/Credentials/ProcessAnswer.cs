namespace IncidentTrail.Aws.Credentials;

/// <summary>What a <c>credential_process</c> prints; null is as good as absent.</summary>
internal sealed record ProcessAnswer(int Version, string? AccessKeyId, string? SecretAccessKey, string? SessionToken, string? Expiration);
