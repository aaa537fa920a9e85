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

    /// <summary>Whether a value meets the condition: none of what is ruled out, and one of what is asked for.</summary>
    public bool Admits(string value)
    {
        if (Any(NotEqualTo, n => value == n) || Any(NotStartsWith, t => value.StartsWith(t, StringComparison.Ordinal)) || Any(NotEndsWith, t => value.EndsWith(t, StringComparison.Ordinal)))
            return false;
        var asksForSome = EqualTo is { Count: > 0 } || StartsWith is { Count: > 0 } || EndsWith is { Count: > 0 };
        return !asksForSome || Any(EqualTo, e => value == e) || Any(StartsWith, t => value.StartsWith(t, StringComparison.Ordinal)) || Any(EndsWith, t => value.EndsWith(t, StringComparison.Ordinal));
    }

    private static bool Any(IReadOnlyList<string>? texts, Func<string, bool> matches) => texts?.Any(matches) == true;
}
