using System.Text.Json.Serialization;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A trail's settings, as DescribeTrails and GetTrail give them. What is absent is not set.</summary>
internal sealed record TrailDescription
{
    public string? Name { get; init; }

    [JsonPropertyName("TrailARN")]
    public string? Arn { get; init; }

    public string? S3BucketName { get; init; }

    public string? S3KeyPrefix { get; init; }

    public string? HomeRegion { get; init; }

    public bool? IsMultiRegionTrail { get; init; }

    public bool? IsOrganizationTrail { get; init; }

    public bool? LogFileValidationEnabled { get; init; }

    /// <summary>The account that owns the trail, from its ARN.</summary>
    [JsonIgnore]
    public string? OwnerAccountId => Arn?.Split(':') is { Length: > 4 } parts ? parts[4] : null;
}
