using IncidentTrail.Patterns;

namespace IncidentTrail.Actions;

/// <summary>
/// The services of Incident Manager, each name once: as an event's source, as a service in an ARN, and how a source may be
/// written short. All are compared ignoring case. Their actions are in <see cref="TrailActions"/>.
/// </summary>
internal static class IncidentManagerSources
{
    internal const string Suffix = ".amazonaws.com";

    /// <summary>Before the names that AWS's published samples carry from before the release.</summary>
    internal const string PreRelease = "gamma-";

    /// <summary>The service of incidents, response plans and replication sets.</summary>
    internal const string Incidents = "ssm-incidents";

    /// <summary>The service of contacts, channels, engagements and rotations.</summary>
    internal const string Contacts = "ssm-contacts";

    /// <summary>The sources of its two services.</summary>
    internal static readonly IReadOnlyList<string> Released = [Incidents + Suffix, Contacts + Suffix];

    /// <summary>The same, and their names from before the release.</summary>
    internal static readonly IReadOnlyList<string> All = [.. Released, .. Released.Select(source => PreRelease + source)];

    /// <summary>The service of a source, any service's, or of an ARN: in lower case, without what may stand around it.</summary>
    internal static string ServiceOf(string? source)
    {
        switch (source)
        {
            case null:
                return string.Empty;
            // As nearly all of its events and ARNs name them: no text is made.
            case Incidents or Incidents + Suffix:
                return Incidents;
            case Contacts or Contacts + Suffix:
                return Contacts;
        }
        var text = source.ToLowerInvariant();
        if (text.EndsWith(Suffix, StringComparison.Ordinal))
            text = text[..^Suffix.Length];
        return text.StartsWith(PreRelease, StringComparison.Ordinal) ? text[PreRelease.Length..] : text;
    }

    /// <summary>True for a service of Incident Manager, as <see cref="ServiceOf"/> gives it.</summary>
    internal static bool IsService(string service) => service is Incidents or Contacts;

    /// <summary>True for a name, whole or short, of one of its services.</summary>
    internal static bool IsNamed(string source) => All.Any(one => IsMatch(new PatternSet([source]), one));

    /// <summary>True where a source, or its short form, matches.</summary>
    internal static bool IsMatch(PatternSet wanted, string? source) =>
        source is not null && (wanted.IsMatch(source)
            || (source.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && wanted.IsMatch(source[..^Suffix.Length])));
}
