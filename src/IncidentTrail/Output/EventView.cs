using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>What the views of events show that is more than one value.</summary>
public static class EventView
{
    private const string Reset = "\u001b[0m";

    /// <summary>A caller's name; somebody signed in as root stands out.</summary>
    public static string Caller(object? name, bool isRoot, object? style) =>
        isRoot ? Mark(ViewText.Plain(name), style, "Warning") : ViewText.Plain(name);

    /// <summary>The error of a call that failed, which stands out; where the record has none, the field that says it failed.</summary>
    public static string Error(object? failedBy, object? code, object? message, object? style)
    {
        if (failedBy is null)
            return string.Empty;
        var said = new[] { code, message }.FirstOrDefault(text => text?.ToString() is { Length: > 0 });
        return Mark(ViewText.Plain(said ?? failedBy), style, "Error");
    }

    /// <summary>The account an event is of, and the name of what says so where it is not the record itself.</summary>
    public static string Account(object? id, string basis) =>
        basis is "" or nameof(TrailAccountBasis.RecipientAccountId) ? ViewText.Plain(id) : $"{ViewText.Plain(id)} ({ViewText.Plain(basis)})";

    /// <summary>A caller's name, with its kind and the field that says so.</summary>
    public static string Origin(object? name, object? kind, object? basis) => kind is null
        ? ViewText.Plain(name)
        : $"{ViewText.Plain(name)} ({ViewText.Plain(kind)}{(basis is null ? null : ", by " + ViewText.Plain(basis))})";

    // The host takes the colours away again where it shows none; $PSStyle says which colours the person chose.
    private static string Mark(string text, object? style, string kind)
    {
        var formatting = style is null ? null : PSObject.AsPSObject(style).Properties["Formatting"]?.Value;
        var colour = formatting is null ? null : PSObject.AsPSObject(formatting).Properties[kind]?.Value as string;
        return colour is null ? text : colour + text + Reset;
    }
}
