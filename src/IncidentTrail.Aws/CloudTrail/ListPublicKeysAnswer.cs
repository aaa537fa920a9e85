namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A page of ListPublicKeys.</summary>
internal sealed record ListPublicKeysAnswer(IReadOnlyList<DigestPublicKey>? PublicKeyList, string? NextToken);
