using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using IncidentTrail.Json;
using IncidentTrail.Reports;

namespace IncidentTrail.PowerShell.Output;

/// <summary>
/// What the module's views show of a value, without anything that could steer a terminal. Values come from live objects or
/// from copies of them that a job, a remote session or Import-Clixml gave back.
/// </summary>
internal static partial class ViewText
{
    /// <summary>A value on one line; nothing for null.</summary>
    internal static string Plain(object? value) => BareValue.Of(value) switch
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

    /// <summary>An object by its own text.</summary>
    internal static string OneLine(PSObject row) => BareValue.Of(row) is IDictionary ? Json(row) : Plain(row.ToString());

    /// <summary>Values, a line each.</summary>
    internal static string Lines(IEnumerable values) => string.Join(Environment.NewLine, values.Cast<object?>().Select(Plain));

    /// <summary>A time in local time with its offset, <c>2026-03-10 09:00:00 +01:00</c>; empty where there is none.</summary>
    internal static string Instant(object? time) => BareValue.Of(time) is DateTime known
        ? known.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)
        : string.Empty;

    /// <summary>A time in UTC, <c>2026-03-10 08:00:00Z</c>, for what is named so; empty where there is none.</summary>
    internal static string InstantUtc(object? time) => BareValue.Of(time) is DateTime known
        ? known.ToUniversalTime().ToString("u", CultureInfo.InvariantCulture)
        : string.Empty;

    /// <summary>A time in local time, its year and offset left to <see cref="Zone"/>: <c>03-10 09:00:00</c>.</summary>
    internal static string Short(object? time) => BareValue.Of(time) is DateTime known
        ? known.ToLocalTime().ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : string.Empty;

    /// <summary>The same of a time that is known to the minute: <c>03-10 09:00</c>.</summary>
    internal static string Minute(object? time) => BareValue.Of(time) is DateTime known
        ? known.ToLocalTime().ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)
        : string.Empty;

    /// <summary>What the times of a table share: <c>2026, month-day, UTC+01:00</c>.</summary>
    internal static string Zone(object? time) => BareValue.Of(time) is DateTime known
        ? known.ToLocalTime().ToString("yyyy', month-day, UTC'zzz", CultureInfo.InvariantCulture)
        : "not known";

    /// <summary>Words of ours, their times in the clock of the times beside them.</summary>
    internal static string InOneClock(object? words) => UtcTime().Replace(
        Plain(words), m => DateTime.TryParse(m.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? Instant(time) : m.Value);

    /// <summary>What a service defines, as JSON on one line with its codes masked; plain text as it is.</summary>
    internal static string Json(object? value) => Unwrap(value) switch
    {
        null => string.Empty,
        string text => TextForDisplay.Plain(RecordMask.TextWithoutCodes(text)),
        var body => TextForDisplay.Escaped(RecordMask.WithoutCodes(JsonLine.Write(body))),
    };

    /// <summary>An object's members, a line each.</summary>
    internal static string Members(PSObject row)
    {
        var body = (IDictionary)BareValue.Of(row)!;
        var width = body.Keys.Cast<object>().Select(name => Plain(name).Length).DefaultIfEmpty().Max();
        return string.Join(Environment.NewLine, body.Keys.Cast<object>().Select(name =>
            $"{Plain(name).PadRight(width)} : {(RecordMask.IsCode(Plain(name)) ? RecordMask.Masked : Json(body[name]))}"));
    }

    // A copy holds hashtables and lists, with wrapped values inside; a source's facts are a table of that kind too.
    private static object? Unwrap(object? value)
    {
        switch (BareValue.Of(value))
        {
            case TrailObject body:
                return body;
            case IDictionary members:
                // Neither keeps an order: each session would show another.
                var copy = new OrderedDictionary();
                foreach (var name in members.Keys.Cast<object>().OrderBy(name => name.ToString(), StringComparer.Ordinal))
                    copy[name] = Unwrap(members[name]);
                return copy;
            case IEnumerable items and not string:
                return items.Cast<object?>().Select(Unwrap).ToArray();
            case var simple:
                return simple;
        }
    }

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z", RegexOptions.CultureInvariant)]
    private static partial Regex UtcTime();
}
