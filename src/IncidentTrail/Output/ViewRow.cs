using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace IncidentTrail.PowerShell.Output;

/// <summary>An object that a view shows, read by the names of its properties: a live one, or a copy that a job gave back.</summary>
internal readonly struct ViewRow(object? row)
{
    private readonly PSObject? _row = row is null ? null : PSObject.AsPSObject(row);

    /// <summary>The value of a property; null where there is none.</summary>
    internal object? this[string name] => BareValue.Of(Value(name));

    /// <summary>A property as plain text; null where it has no value.</summary>
    internal string? Text(string name) => Value(name) is { } value ? ViewText.Plain(value) : null;

    /// <summary>A property as time with its offset; null where it has no value.</summary>
    internal string? Instant(string name) => this[name] is DateTime time ? ViewText.Instant(time) : null;

    /// <summary>A property as a whole number; 0 where it has no value.</summary>
    internal long Number(string name) =>
        this[name] is IConvertible number ? number.ToInt64(CultureInfo.InvariantCulture) : 0;

    /// <summary>Whether a property is true.</summary>
    internal bool Is(string name) => this[name] is true;

    /// <summary>The items of a property that is a list.</summary>
    internal IReadOnlyList<object?> Items(string name) =>
        this[name] is IEnumerable items and not string ? [.. items.Cast<object?>()] : [];

    private object? Value(string name) => _row?.Properties[name]?.Value;
}
