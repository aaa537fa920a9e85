using System.Management.Automation;
using System.Reflection;

namespace IncidentTrail.PowerShell.Output;

/// <summary>What the views of events, callers and logs show that is more than one value.</summary>
internal static class EventView
{
    private const string ServiceRole = "AWSServiceRoleFor";
    private const int PartsOfArn = 6;
    private const string Reset = "\u001b[0m";

    // The style is the process's. The library that the module is built on is older than it.
    private static readonly PropertyInfo? s_style =
        typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle")?.GetProperty("Instance");

    /// <summary>A caller's name; somebody signed in as root stands out.</summary>
    internal static string Caller(PSObject row)
    {
        var name = Who(new ViewRow(row).Text("CallerName"));
        var caller = new ViewRow(new ViewRow(row)["Caller"]);
        return caller.Is("IsRoot") && !caller.Is("ViaService") ? Mark(name, "Warning") : name;
    }

    /// <summary>
    /// A name for a narrow column, what tells callers apart first: a session before its role, and of the roles that AWS's
    /// services have the part that differs.
    /// </summary>
    internal static string Who(string? name)
    {
        if (name is null)
            return string.Empty;
        if (name.StartsWith(ServiceRole, StringComparison.Ordinal) && name.Length > ServiceRole.Length)
            return "\u2026" + name[ServiceRole.Length..];
        return name.LastIndexOf('/') is > 0 and var slash && slash < name.Length - 1 ? $"{name[(slash + 1)..]} ({name[..slash]})" : name;
    }

    /// <summary>The error of a call that failed, which stands out; where the record has none, the field that says it failed.</summary>
    internal static string Error(PSObject row)
    {
        var call = new ViewRow(row);
        if (call.Text("FailedBy") is not { } failedBy)
            return string.Empty;
        var said = new[] { call.Text("ErrorCode"), call.Text("ErrorMessage") }.FirstOrDefault(text => text is { Length: > 0 });
        return Mark(said ?? failedBy, "Error");
    }

    /// <summary>What was acted on: of an ARN the kind and the name, the rest is the same in a whole table.</summary>
    internal static string? Resource(PSObject row)
    {
        var call = new ViewRow(row);
        var arn = call.Text("ResourceArn") ?? call.Text("IncidentRecordArn");
        return arn?.Split(':', PartsOfArn) is [_, _, _, _, _, var resource] ? resource : arn;
    }

    /// <summary>The same for a narrow column, the name before its kind: the action tells the kind, too.</summary>
    internal static string? ResourceName(PSObject row) => Resource(row) is not { } resource ? null
        : resource.IndexOf('/') is > 0 and var slash && slash < resource.Length - 1 ? $"{resource[(slash + 1)..]} ({resource[..slash]})" : resource;

    /// <summary>The account an event is of, and the name of what says so where it is not the record itself.</summary>
    internal static string Account(PSObject row)
    {
        var call = new ViewRow(row);
        return call.Text("AccountBasis") is not (null or "" or nameof(TrailAccountBasis.RecipientAccountId)) and var basis
            ? $"{call.Text("AccountId")} ({basis})" : call.Text("AccountId") ?? string.Empty;
    }

    /// <summary>A caller's name, with its kind and the field that says so.</summary>
    internal static string Origin(PSObject row)
    {
        var name = new ViewRow(row).Text("CallerName");
        var caller = new ViewRow(new ViewRow(row)["Caller"]);
        return caller.Text("Kind") is not { } kind ? name ?? string.Empty
            : $"{name} ({kind}{(caller.Text("Basis") is { } basis ? ", by " + basis : null)})";
    }

    /// <summary>What the call came from, and the field that says so.</summary>
    internal static string? Client(PSObject row) => new ViewRow(row).Text("ClientBasis") is { } basis
        ? $"{new ViewRow(row).Text("Client")} ({basis})" : new ViewRow(row).Text("Client");

    /// <summary>The service that passed a caller's request on.</summary>
    internal static string? Service(PSObject row) => new ViewRow(new ViewRow(row)["Caller"]).Text("InvokedBy");

    /// <summary>What a caller's requests were signed with.</summary>
    internal static string Keys(PSObject row)
    {
        var caller = new ViewRow(row);
        return (caller.Number("LongTermKeyCount") > 0, caller.Number("TemporaryCredentialCount") > 0) switch
        {
            (true, true) => "both",
            (true, false) => "long-term",
            (false, true) => "temporary",
            _ => string.Empty,
        };
    }

    /// <summary>The last part of a place.</summary>
    internal static string? FileName(PSObject row) =>
        new ViewRow(row).Text("Location") is { } location ? location[(location.LastIndexOfAny(['/', '\\']) + 1)..] : null;

    // The host takes the colours away again where it shows none; $PSStyle says which colours the person chose.
    private static string Mark(string text, string kind)
    {
        var style = s_style?.GetValue(null);
        var formatting = style is null ? null : PSObject.AsPSObject(style).Properties["Formatting"]?.Value;
        var colour = formatting is null ? null : PSObject.AsPSObject(formatting).Properties[kind]?.Value as string;
        return colour is null ? text : colour + text + Reset;
    }
}
