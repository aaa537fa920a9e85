using IncidentTrail.Patterns;

namespace IncidentTrail.Actions;

/// <summary>The event sources of Incident Manager, and how a source may be written short.</summary>
internal static class IncidentManagerSources
{
    internal const string Suffix = ".amazonaws.com";

    /// <summary>Its two services, and the names AWS's published samples carry from before its release.</summary>
    internal static readonly IReadOnlyList<string> All =
    [
        "ssm-incidents.amazonaws.com", "ssm-contacts.amazonaws.com",
        "gamma-ssm-incidents.amazonaws.com", "gamma-ssm-contacts.amazonaws.com",
    ];

    /// <summary>True where a source, or its short form, matches.</summary>
    internal static bool IsMatch(PatternSet wanted, string? source) =>
        source is not null && (wanted.IsMatch(source)
            || (source.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && wanted.IsMatch(source[..^Suffix.Length])));
}
