using System.Reflection;

namespace IncidentTrail.Tests.Sql;

/// <summary>All that is said of a caller, as one text to compare.</summary>
internal static class CallerText
{
    private static readonly PropertyInfo[] s_properties = [.. typeof(TrailCallerSummary).GetProperties().OrderBy(property => property.Name)];

    internal static string Of(TrailCallerSummary caller) =>
        string.Join("\n", s_properties.Select(property => $"{property.Name}={Of(property.GetValue(caller))}"));

    private static string Of(object? value) => value switch
    {
        null => "null",
        TrailList<string> texts => string.Join(" | ", texts),
        DateTime time => time.ToString("O"),
        _ => value.ToString()!,
    };
}
