using System.Text.Json.Serialization;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>Whether a trail is logging and how its last deliveries went, as GetTrailStatus gives it.</summary>
internal sealed record TrailStatus
{
    public bool? IsLogging { get; init; }

    [JsonConverter(typeof(EpochTimeConverter))]
    public DateTime? StartLoggingTime { get; init; }

    [JsonConverter(typeof(EpochTimeConverter))]
    public DateTime? StopLoggingTime { get; init; }

    [JsonConverter(typeof(EpochTimeConverter))]
    public DateTime? LatestDeliveryTime { get; init; }

    public string? LatestDeliveryError { get; init; }

    [JsonConverter(typeof(EpochTimeConverter))]
    public DateTime? LatestDigestDeliveryTime { get; init; }

    public string? LatestDigestDeliveryError { get; init; }
}
