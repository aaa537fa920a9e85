namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A selector of the advanced form: all of its fields must match.</summary>
internal sealed record AdvancedSelector
{
    public string? Name { get; init; }

    public IReadOnlyList<FieldSelector>? FieldSelectors { get; init; }
}
