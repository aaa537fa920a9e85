namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A trail as a user names it: by name, or by ARN.</summary>
internal sealed record TrailName(string Text)
{
    /// <summary>True for <c>arn:aws:cloudtrail:us-east-1:111122223333:trail/name</c>.</summary>
    public bool IsArn => Text.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>The Region in an ARN, which is the trail's home; null for a name.</summary>
    public string? HomeRegion => IsArn && Text.Split(':') is { Length: > 3 } parts && parts[3].Length > 0 ? parts[3] : null;

    /// <summary>Whether a trail's name or ARN is meant. Trail names may differ by case alone, so case counts.</summary>
    public bool IsMatch(string? name, string? arn) => Text == (IsArn ? arn : name);
}
