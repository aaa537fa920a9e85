using System.Globalization;
using System.Net;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Api;

/// <summary>
/// The proxy that the environment's variables name. .NET reads them once in a process, and takes <c>example.com</c> in NO_PROXY
/// for that one host; AWS's command line reads them at each start, and means the hosts below it too.
/// </summary>
internal sealed class EnvironmentProxy : IWebProxy, ICredentials, IEquatable<EnvironmentProxy>
{
    private static readonly char[] Separators = [',', ' ', '\t'];

    private readonly Uri? _http;
    private readonly Uri? _https;
    private readonly string[] _direct;

    private EnvironmentProxy(Uri? http, Uri? https, string[] direct)
    {
        _http = http;
        _https = https;
        _direct = direct;
    }

    /// <summary>What a proxy asks for stands in its address.</summary>
    public ICredentials? Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    /// <summary>The proxy; null where the environment and the system name none.</summary>
    public static IWebProxy? Of(AwsVariables environment)
    {
        var (http, https) = (Address(environment, "http"), Address(environment, "https"));
        if (http is null && https is null)
            return OperatingSystem.IsLinux() ? null : HttpClient.DefaultProxy;
        var direct = environment["no_proxy"] ?? environment["NO_PROXY"] ?? "";
        return new EnvironmentProxy(
            http, https, direct.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : Proxy(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => Proxy(host) is null || Array.Exists(_direct, entry => Covers(entry, host));

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType)
    {
        if (uri.UserInfo.Length == 0)
            return null;
        var parts = uri.UserInfo.Split(':', 2);
        return new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }

    /// <summary>By what was written: two addresses are equal to .NET whatever user and password stand in them.</summary>
    public bool Equals(EnvironmentProxy? other) => other is not null && _http?.OriginalString == other._http?.OriginalString
        && _https?.OriginalString == other._https?.OriginalString && _direct.SequenceEqual(other._direct);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EnvironmentProxy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_http?.OriginalString, _https?.OriginalString, _direct.Length);

    private Uri? Proxy(Uri destination) => destination.Scheme == Uri.UriSchemeHttps ? _https : _http;

    private static Uri? Address(AwsVariables environment, string scheme)
    {
        string[] names = [scheme + "_proxy", scheme.ToUpperInvariant() + "_PROXY", "all_proxy", "ALL_PROXY"];
        if (Array.Find(names, name => environment[name] is not null) is not { } name)
            return null;
        var text = environment[name]!;
        var url = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        // The address may hold a password.
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? address
            : throw CredentialFaults.Variable(name, "is no address of a proxy", RemedyTable.NoProxy);
    }

    // host, .host and *.host are a domain: the host itself and all below it. A port, a network (10.0.0.0/8) and * are known too.
    private static bool Covers(string entry, Uri host)
    {
        if (entry == "*")
            return true;
        var name = host.Host.Trim('[', ']');
        if (IPAddress.TryParse(name, out var address))
            return IPNetwork.TryParse(entry, out var network) ? network.Contains(address)
                : IPAddress.TryParse(entry.Split(':') is [var v4, _] ? v4 : entry.Trim('[', ']'), out var one) && one.Equals(address);
        var parts = entry.Split(':', 2);
        if (parts.Length > 1 && parts[1] != host.Port.ToString(CultureInfo.InvariantCulture))
            return false;
        var domain = parts[0].TrimStart('*').Trim('.');
        return domain.Length > 0
            && (name.Equals(domain, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
    }
}
