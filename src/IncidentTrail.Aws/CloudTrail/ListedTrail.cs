using System.Text.Json.Serialization;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A trail as ListTrails names it, from every Region.</summary>
internal sealed record ListedTrail
{
    public string? Name { get; init; }

    [JsonPropertyName("TrailARN")]
    public string? Arn { get; init; }

    public string? HomeRegion { get; init; }
}
