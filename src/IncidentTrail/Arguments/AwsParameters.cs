namespace IncidentTrail.PowerShell.Arguments;

/// <summary>The parameters that say how AWS is asked, and mean nothing where only files or text are read.</summary>
internal static class AwsParameters
{
    /// <summary>Their names.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        nameof(TrailBucketCommand.ProfileName), nameof(TrailBucketCommand.ProfileLocation), nameof(TrailBucketCommand.AccessKey),
        nameof(TrailBucketCommand.SecretKey), nameof(TrailBucketCommand.SessionToken), nameof(TrailBucketCommand.Credential),
        nameof(TrailBucketCommand.EndpointUrl), nameof(TrailBucketCommand.RoleArn), nameof(TrailBucketCommand.BucketRoleArn),
        nameof(TrailBucketCommand.ExternalId), nameof(TrailBucketCommand.RoleSessionName), nameof(TrailBucketCommand.SourceIdentity),
    ];
}
