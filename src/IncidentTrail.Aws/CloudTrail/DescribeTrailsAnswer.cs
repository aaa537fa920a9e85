using System.Text.Json.Serialization;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>The answer of DescribeTrails, whose member alone begins with a small letter.</summary>
internal sealed record DescribeTrailsAnswer([property: JsonPropertyName("trailList")] IReadOnlyList<TrailDescription>? Trails);
