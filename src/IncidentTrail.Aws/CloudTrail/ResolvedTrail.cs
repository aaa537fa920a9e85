namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A trail that was found: where its logs are, and what to say of it.</summary>
internal sealed record ResolvedTrail(TrailDescription Trail, TrailStanding Standing, IReadOnlyList<string> Notes)
{
    /// <summary>What the coverage knows it by: its ARN.</summary>
    public string Name => Trail.Arn ?? Trail.Name ?? BucketName;

    /// <summary>The bucket.</summary>
    public string BucketName => Trail.S3BucketName!;

    /// <summary>What stands before <c>AWSLogs</c>; null for nothing.</summary>
    public string? KeyPrefix => string.IsNullOrEmpty(Trail.S3KeyPrefix) ? null : Trail.S3KeyPrefix;

    /// <summary>True where an organization's accounts log to it.</summary>
    public bool IsOrganization => Trail.IsOrganizationTrail == true;
}
