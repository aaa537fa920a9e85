namespace IncidentTrail.Callers;

/// <summary>
/// Recognises AWS services where CloudTrail writes one in place of an address, an agent or an invoker:
/// <c>events.amazonaws.com</c>, <c>AWS Internal</c>, <c>AWS Internal/3</c>.
/// </summary>
internal static class ServiceName
{
    private const string Internal = "AWS Internal";
    private static readonly string[] s_domains = [".amazonaws.com", ".amazonaws.com.cn", ".aws.internal"];

    /// <summary>A service, or AWS itself; the console and its sign-in are not, since a person sits there.</summary>
    public static bool IsService(string? text) => IsInternal(text) || (IsDomain(text) && !IsConsole(text));

    /// <summary>AWS's own network, with nothing said of the service.</summary>
    public static bool IsInternal(string? text) =>
        text is not null && text.StartsWith(Internal, StringComparison.OrdinalIgnoreCase)
        && (text.Length == Internal.Length || text[Internal.Length] == '/');

    /// <summary>The console or its sign-in: <c>signin.amazonaws.com</c>, <c>console.ec2.amazonaws.com</c>.</summary>
    public static bool IsConsole(string? text) =>
        IsDomain(text) && text!.ToLowerInvariant().Split('.') is var labels
        && (labels.Contains("signin") || labels.Contains("console"));

    // Asked of every caller that is new.
    private static bool IsDomain(string? text)
    {
        if (text is not { Length: > 0 and < 256 } || text.AsSpan().ContainsAny(" /:[]"))
            return false;
        foreach (var domain in s_domains)
        {
            if (text.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
