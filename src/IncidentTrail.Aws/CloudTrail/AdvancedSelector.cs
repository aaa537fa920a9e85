namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A selector of the advanced form: all of its fields must match.</summary>
internal sealed record AdvancedSelector
{
    public IReadOnlyList<FieldSelector>? FieldSelectors { get; init; }
}
