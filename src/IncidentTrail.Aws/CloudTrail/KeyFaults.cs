using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>Why CloudTrail's public keys cannot be used.</summary>
internal static class KeyFaults
{
    /// <summary>CloudTrail gives no key at all, though digests are there.</summary>
    public static TrailFault None(string region, DateTime fromUtc, DateTime untilUtc) => new(
        TrailFaultKind.SourceNotFound, $"cloudtrail:ListPublicKeys in {region}",
        FormattableString.Invariant($"CloudTrail gives no public keys of {region} for {fromUtc:yyyy-MM-dd HH:mm}Z to {untilUtc:yyyy-MM-dd HH:mm}Z, so no signature there can be checked."),
        RemedyTable.NoPublicKeys);

    /// <summary>A key is none that can be understood.</summary>
    public static TrailFault Unusable(string region, string? fingerprint, FormatException cause) => new(
        TrailFaultKind.ReadFailed, $"cloudtrail:ListPublicKeys in {region}",
        $"CloudTrail's public key {fingerprint} of {region} cannot be used: {cause.Message}.", RemedyTable.NoPublicKeys, cause);
}
