namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A selector of the basic form.</summary>
internal sealed record BasicSelector
{
    /// <summary><c>All</c>, <c>ReadOnly</c> or <c>WriteOnly</c>.</summary>
    public string? ReadWriteType { get; init; }

    public bool? IncludeManagementEvents { get; init; }

    public IReadOnlyList<string>? ExcludeManagementEventSources { get; init; }
}
