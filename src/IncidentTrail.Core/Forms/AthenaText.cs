using System.Collections.Frozen;
using IncidentTrail.Json;

namespace IncidentTrail.Forms;

/// <summary>
/// Reads what Athena and CloudTrail Lake print of a caller, <c>{type=Root, arn=arn:aws:iam::111122223333:root, username=null}</c>.
/// Nothing in it is escaped: it is read only where no value can be taken for the beginning of another.
/// </summary>
internal static class AthenaText
{
    private static readonly FrozenDictionary<string, string> s_names = new[]
    {
        "type", "principalId", "arn", "accountId", "accessKeyId", "userName", "invokedBy", "identityProvider", "credentialId", "sessionContext",
        "onBehalfOf", "userId", "identityStoreArn", "attributes", "mfaAuthenticated", "creationDate", "sessionIssuer", "sourceIdentity",
        "webIdFederationData", "federatedProvider", "ec2RoleDelivery", "ec2IssuedInVpc", "assumedRoot", "inScopeOf", "sourceArn", "sourceAccount",
        "issuerType", "credentialsIssuedTo",
    }.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The object under CloudTrail's names; null where the text is something else, or can be read in several ways.</summary>
    internal static TrailObject? Read(string text)
    {
        var at = 0;
        return text is ['{', .., '}'] && Object(text, ref at, 0) is { } read && at == text.Length ? read : null;
    }

    private static TrailObject? Object(string text, ref int at, int depth)
    {
        if (depth > HostileLimits.DeepestPrinted)
            return null;
        var members = new TrailObjectBuilder();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        at++;
        if (at < text.Length && text[at] == '}')
        {
            at++;
            return TrailObject.Empty;
        }
        while (true)
        {
            while (at < text.Length && text[at] == ' ')
                at++;
            var equals = at < text.Length ? text.IndexOf('=', at) : -1;
            if (equals < 0 || !s_names.TryGetValue(text[at..equals], out var name) || !seen.Add(name))
                return null;
            at = equals + 1;
            if (!TryValue(text, ref at, depth + 1, out var value) || at >= text.Length)
                return null;
            if (value is not null)
                members.Add(name, value);
            if (text[at++] == '}')
                return members.Build();
        }
    }

    private static bool TryValue(string text, ref int at, int depth, out object? value)
    {
        value = null;
        if (at < text.Length && text[at] == '{')
        {
            value = Object(text, ref at, depth);
            return value is not null;
        }
        var start = at;
        while (at < text.Length && text[at] is not ('{' or '}') && !(text[at] == ',' && text.AsSpan(at).StartsWith(", ", StringComparison.Ordinal)))
            at++;
        if (at >= text.Length || text[at] == '{')
            return false;
        var plain = text[start..at];
        value = plain is "null" or "" ? null : plain;
        return true;
    }
}
