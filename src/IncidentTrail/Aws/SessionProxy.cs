using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Reflection;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>The proxy that Set-AWSProxy left in the session.</summary>
internal static class SessionProxy
{
    /// <summary>The proxy; null where the session has none.</summary>
    internal static IWebProxy? Of(SessionState session)
    {
        var value = BareValue.Of(session.PSVariable.GetValue("AWSProxy"));
        if (value is null || Member(value, "Hostname") is not string { Length: > 0 } host)
            return null;
        if (!int.TryParse(Convert.ToString(Member(value, "Port"), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var port)
            || !Uri.TryCreate((host.Contains("://", StringComparison.Ordinal) ? host : "http://" + host) + ":" + port, UriKind.Absolute, out var address))
        {
            throw new TrailSourceException(new TrailFault(
                TrailFaultKind.Argument, "AWSProxy", $"$AWSProxy names no proxy: '{host}' with the port '{Member(value, "Port")}'.",
                CmdletRemedies.NoProxy));
        }

        return new WebProxy(address)
        {
            Credentials = Member(value, "Credentials") as ICredentials,
            BypassProxyOnLocal = Member(value, "BypassOnLocal") is true,
            BypassList = Member(value, "BypassList") is IEnumerable list ? [.. list.Cast<object>().Select(entry => entry.ToString() ?? "")] : [],
        };
    }

    // The type is AWS.Tools' own, and not public in each version.
    private static object? Member(object holder, string name) => holder is IDictionary or PSObject
        ? (PSObject.AsPSObject(holder) is { BaseObject: IDictionary table } ? table[name] : PSObject.AsPSObject(holder).Properties[name]?.Value)
        : holder.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(holder);
}
