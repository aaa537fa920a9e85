using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using IncidentTrail.Json;

namespace IncidentTrail.PowerShell;

/// <summary>
/// What the module's views show of a value, without anything that could steer a terminal. Values come from live objects or
/// from copies of them that a job, a remote session or Import-Clixml gave back.
/// </summary>
public static class ViewText
{
    /// <summary>A value on one line; nothing for null.</summary>
    public static string Plain(object? value) => Bare(value) switch
    {
        // A copy of an enum is a number that knows its name.
        int when value is PSObject { TypeNames: [var type, ..] } named && type.StartsWith("Deserialized.", StringComparison.Ordinal) =>
            TextForDisplay.Plain(named.ToString()),
        null => string.Empty,
        string text => TextForDisplay.Plain(text),
        DateTime time => Instant(time),
        IFormattable number and not PSObject => TextForDisplay.Plain(number.ToString(null, CultureInfo.CurrentCulture)),
        TrailObject body => body.ToString(),
        IDictionary facts => string.Join(", ", facts.Keys.Cast<object>().Select(key => $"{Plain(key)}: {Plain(facts[key])}")),
        IEnumerable values => string.Join(", ", values.Cast<object?>().Select(Plain)),
        var other => TextForDisplay.Plain(other.ToString() ?? string.Empty),
    };

    /// <summary>Values, a line each.</summary>
    public static string Lines(IEnumerable values) => string.Join(Environment.NewLine, values.Cast<object?>().Select(Plain));

    /// <summary>A time in local time with its offset, <c>2026-03-10 09:00:00 +01:00</c>; empty where there is none.</summary>
    public static string Instant(object? time) => Bare(time) is DateTime known
        ? known.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)
        : string.Empty;

    /// <summary>A time in UTC, <c>2026-03-10 08:00:00Z</c>, for what is named so; empty where there is none.</summary>
    public static string InstantUtc(object? time) => Bare(time) is DateTime known
        ? known.ToUniversalTime().ToString("u", CultureInfo.InvariantCulture)
        : string.Empty;

    /// <summary>What a service defines, as JSON on one line; plain text as it is.</summary>
    public static string Json(object? value) => Unwrap(value) switch
    {
        null => string.Empty,
        string text => TextForDisplay.Plain(text),
        var body => TextForDisplay.Escaped(JsonLine.Write(body)),
    };

    /// <summary>An object's members, a line each.</summary>
    public static string Members(TrailObject body)
    {
        var width = body.Keys.Cast<string>().Select(name => name.Length).DefaultIfEmpty().Max();
        return string.Join(
            Environment.NewLine, body.Cast<DictionaryEntry>().Select(m => $"{Plain(m.Key).PadRight(width)} : {Json(m.Value)}"));
    }

    /// <summary>The value itself, where PowerShell has wrapped it.</summary>
    internal static object? Bare(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    // A copy holds hashtables and lists, with wrapped values inside.
    private static object? Unwrap(object? value)
    {
        switch (Bare(value))
        {
            case TrailObject body:
                return body;
            case IDictionary members:
                var copy = new OrderedDictionary();
                foreach (DictionaryEntry member in members)
                    copy[member.Key] = Unwrap(member.Value);
                return copy;
            case IEnumerable items and not string:
                return items.Cast<object?>().Select(Unwrap).ToArray();
            case var simple:
                return simple;
        }
    }
}
