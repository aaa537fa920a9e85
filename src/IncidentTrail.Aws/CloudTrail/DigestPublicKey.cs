using System.Text.Json.Serialization;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A public key that digests are signed with, as ListPublicKeys gives it.</summary>
internal sealed record DigestPublicKey
{
    /// <summary>The key in DER form, in Base64.</summary>
    public string? Value { get; init; }

    public string? Fingerprint { get; init; }

    [JsonConverter(typeof(EpochTimeConverter))]
    public DateTime? ValidityStartTime { get; init; }

    [JsonConverter(typeof(EpochTimeConverter))]
    public DateTime? ValidityEndTime { get; init; }
}
