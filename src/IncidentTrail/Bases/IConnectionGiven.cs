namespace IncidentTrail.PowerShell.Bases;

/// <summary>What a cmdlet that asks AWS is told of whose credentials to use, and where to call.</summary>
internal interface IConnectionGiven
{
    string[] ProfileName { get; }

    string? ProfileLocation { get; }

    string? AccessKey { get; }

    string? SecretKey { get; }

    string? SessionToken { get; }

    object? Credential { get; }

    string? EndpointUrl { get; }

    string[] RoleArn { get; }

    string? BucketRoleArn { get; }

    string? ExternalId { get; }

    string RoleSessionName { get; }

    string? SourceIdentity { get; }
}
