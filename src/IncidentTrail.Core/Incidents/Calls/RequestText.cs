using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Incidents.Calls;

/// <summary>Text that people wrote, as requests carry it.</summary>
internal static class RequestText
{
    private static readonly string[] s_masks =
        ["HIDDEN_DUE_TO_SECURITY_REASONS", "<sensitiveDataRemoved>", "sensitiveDataRemoved", "[REDACTED]"];

    /// <summary>Whether a value stands in the place of one that CloudTrail or the service does not show.</summary>
    internal static bool IsMasked(object? value) => value switch
    {
        string text => IsMasked(text.AsSpan()),
        TrailObject members => Field.Flag(members["omitted"]) == true,
        _ => false,
    };

    /// <summary>The same of a text; an empty one says that there is none, and hides nothing.</summary>
    internal static bool IsMasked(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (IsMask(text.Trim("\" ")) || text.Trim('"').TrimEnd('*') is "");

    private static bool IsMask(ReadOnlySpan<char> text)
    {
        foreach (var mask in s_masks)
        {
            if (text.Equals(mask, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>The text of a note, which is JSON inside a string; null where it is missing or masked.</summary>
    internal static string? OfNote(object? eventData)
    {
        if (IsMasked(eventData))
            return null;
        if (eventData is not string text)
            return eventData is null ? null : JsonLine.Write(eventData);
        var inner = text.AsSpan().Trim() is ['"', .., '"'] ? TrailValue.Parse(Encoding.UTF8.GetBytes(text.Trim())) : text;
        return inner is not string plain ? text : IsMasked(plain) ? null : plain;
    }

    /// <summary>A value that a call set, as text; null where it is missing or masked.</summary>
    internal static string? OfValue(object? value) =>
        value is null || IsMasked(value) ? null : value as string ?? Field.Text(value) ?? JsonLine.Write(value);
}
