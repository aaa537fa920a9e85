namespace IncidentTrail.Aws.CloudTrail;

/// <summary>What a trail records, as GetEventSelectors gives it: selectors of the basic or of the advanced form.</summary>
internal sealed record TrailSelectors
{
    public IReadOnlyList<BasicSelector>? EventSelectors { get; init; }

    public IReadOnlyList<AdvancedSelector>? AdvancedEventSelectors { get; init; }
}
