using System.Globalization;
using System.Text;

namespace IncidentTrail.Json;

/// <summary>
/// Reads a field that may have another type than the documented one: text for booleans, numbers for account ids, JSON
/// inside text, <c>""</c> for a missing object.
/// </summary>
internal static class Field
{
    /// <summary>The member of that name, ignoring case where no exact one is there; null for anything but an object.</summary>
    public static object? Of(object? owner, string name) => Object(owner)?[name];

    /// <summary>The value as text; null where it is empty or no simple value.</summary>
    public static string? Text(object? value) => value switch
    {
        string { Length: > 0 } text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        true => "true",
        false => "false",
        _ => null,
    };

    /// <summary>The text of a member.</summary>
    public static string? Text(object? owner, string name) => Text(Of(owner, name));

    /// <summary>The value as an object, also where the object is JSON inside text.</summary>
    public static TrailObject? Object(object? value) => value switch
    {
        TrailObject members => members,
        string text when text.AsSpan().TrimStart() is ['{', ..] =>
            TrailValue.Parse(Encoding.UTF8.GetBytes(text)) as TrailObject,
        _ => null,
    };

    /// <summary>The value as a list: also JSON inside text, and one object in the place of a list of one, as exports write it.</summary>
    public static object?[] List(object? value) => value switch
    {
        object?[] items => items,
        TrailObject one => [one],
        string text when text.AsSpan().TrimStart() is ['[' or '{', ..] =>
            TrailValue.Parse(Encoding.UTF8.GetBytes(text)) is (TrailObject or object[]) and var inside ? List(inside) : [],
        _ => [],
    };

    /// <summary>The value as true or false; null where it is neither.</summary>
    public static bool? Flag(object? value) => value switch
    {
        bool flag => flag,
        string text when bool.TryParse(text, out var flag) => flag,
        _ => null,
    };
}
