using System.Text.Json.Serialization;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A condition on one field.</summary>
internal sealed record FieldSelector
{
    public string? Field { get; init; }

    [JsonPropertyName("Equals")]
    public IReadOnlyList<string>? EqualTo { get; init; }

    [JsonPropertyName("NotEquals")]
    public IReadOnlyList<string>? NotEqualTo { get; init; }

    public IReadOnlyList<string>? StartsWith { get; init; }

    public IReadOnlyList<string>? NotStartsWith { get; init; }

    public IReadOnlyList<string>? EndsWith { get; init; }

    public IReadOnlyList<string>? NotEndsWith { get; init; }
}
