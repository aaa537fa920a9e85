using System.Globalization;
using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>What the module's views show in their columns. Everything a log wrote is shown without control characters.</summary>
public static class EventView
{
    private const string Reset = "\u001b[0m";

    /// <summary>An event's time with its offset, <c>2026-03-10 09:00:00 +01:00</c>; empty where it has none.</summary>
    public static string Time(PSObject row) => row.BaseObject is TrailEvent e ? Instant(e.EventTime) : string.Empty;

    /// <summary>A local time with its offset; empty for null.</summary>
    public static string Instant(DateTime? time) =>
        time is { } known ? known.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) : string.Empty;

    /// <summary>A caller's name; somebody signed in as root stands out.</summary>
    public static string Caller(PSObject row, object? style) =>
        row.BaseObject is not TrailEvent e ? string.Empty
        : e.Caller is { IsRoot: true, ViaService: false } ? Mark(Plain(e.CallerName), style, "Warning")
        : Plain(e.CallerName);

    /// <summary>The error of a call that failed, which stands out.</summary>
    public static string Error(PSObject row, object? style) =>
        row.BaseObject is TrailEvent { Failed: true } e ? Mark(Plain(e.ErrorCode ?? e.ErrorMessage ?? string.Empty), style, "Error") : string.Empty;

    // The host takes the colours away again where it shows none; $PSStyle says which colours the person chose.
    private static string Mark(string text, object? style, string kind)
    {
        var formatting = style is null ? null : PSObject.AsPSObject(style).Properties["Formatting"]?.Value;
        var colour = formatting is null ? null : PSObject.AsPSObject(formatting).Properties[kind]?.Value as string;
        return colour is null ? text : colour + text + Reset;
    }

    private static string Plain(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 ? text : string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
