using System.Collections;
using System.Management.Automation;

namespace IncidentTrail.PowerShell.Output;

/// <summary>What the hidden properties answer: a value as a view shows it, safe for a terminal.</summary>
internal static class ViewCells
{
    /// <summary>Which ways of showing a property of a type has.</summary>
    internal static ViewCell[] Of(Type type)
    {
        if (type == typeof(DateTime?) || type == typeof(DateTime))
            return [ViewCell.Cell, ViewCell.Shown, ViewCell.Short];
        if (type == typeof(string))
            return [ViewCell.Cell, ViewCell.Shown, ViewCell.Clock];
        if (type.IsAssignableTo(typeof(IEnumerable)))
            return [ViewCell.Cell, ViewCell.Shown, ViewCell.Lines];
        // Numbers, flags and names of ours are shown as they are.
        return (Nullable.GetUnderlyingType(type) ?? type).IsValueType ? [] : [ViewCell.Cell, ViewCell.Shown];
    }

    /// <summary>The text of a property; null where it has no value.</summary>
    public static object? Show(PSObject row, ViewCell cell, string name)
    {
        var value = row.Properties[name]?.Value;
        switch (cell)
        {
            case ViewCell.Short:
                return ViewText.Short(value);
            case ViewCell.Lines:
                return WrappedText.InList(row, ViewText.Lines(Items(value)));
            case ViewCell.Clock:
                return WrappedText.InList(row, ViewText.InOneClock(value));
            case ViewCell.Cell:
                return Text(value, name);
            default:
                return WrappedText.InList(row, IsSpan(value) ? IncidentView.Span(value) : Text(value, name));
        }
    }

    /// <summary>What one of <see cref="ViewColumns"/> answers.</summary>
    public static object? Column(PSObject row, int index) => ViewColumns.All[index].Text(row);

    private static string Text(object? value, string name) => BareValue.Of(value) switch
    {
        DateTime when name.EndsWith("Utc", StringComparison.Ordinal) => ViewText.InstantUtc(value),
        IDictionary => ViewText.Json(value),
        IEnumerable and not string when name is nameof(TrailEvent.RequestParameters) or nameof(TrailEvent.ResponseElements) =>
            ViewText.Json(value),
        _ => ViewText.Plain(value),
    };

    // The list of a copy is wrapped, and one that lay too deep for it is one text.
    private static IEnumerable Items(object? value) => BareValue.Of(value) switch
    {
        null => Array.Empty<object>(),
        IEnumerable items and not string => items,
        var other => new[] { other },
    };

    // A copy of a span is an object with the same properties.
    private static bool IsSpan(object? value) => value is TrailDuration
        || (value is PSObject copy && copy.TypeNames.Contains("Deserialized." + typeof(TrailDuration).FullName));
}
