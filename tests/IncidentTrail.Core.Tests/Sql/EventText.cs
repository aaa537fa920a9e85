using System.Reflection;
using IncidentTrail.Json;

namespace IncidentTrail.Tests.Sql;

/// <summary>All that an event says, as one text to compare: but for its JSON and its place, which a row does not have.</summary>
internal static class EventText
{
    private static readonly string[] s_apart = ["Json", "Log", "IsRebuilt"];

    private static readonly PropertyInfo[] s_properties =
        [.. typeof(TrailEvent).GetProperties().Where(property => !s_apart.Contains(property.Name)).OrderBy(property => property.Name)];

    private static readonly PropertyInfo[] s_caller = [.. typeof(TrailCaller).GetProperties()];

    internal static string Of(TrailEvent trailEvent) =>
        string.Join("\n", s_properties.Select(property => $"{property.Name}={Of(property.GetValue(trailEvent))}"));

    private static string Of(object? value) => value switch
    {
        null => "",
        TrailObject members => "{" + string.Join(",", members.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => $"{key}:{Of(members[key])}")) + "}",
        object[] each => "[" + string.Join(",", each.Select(Of)) + "]",
        TrailCaller caller => "(" + string.Join(",", s_caller.Select(property => $"{property.Name}={property.GetValue(caller)}")) + ")",
        DateTime time => time.ToString("O"),
        _ => $"{value.GetType().Name} {value}",
    };
}
