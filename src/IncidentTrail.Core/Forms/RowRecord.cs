using System.Collections;
using System.Collections.Frozen;
using System.Text;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Forms;

/// <summary>
/// Builds a record again from a row that has its fields under other names, one a column. It does so only where the row has the
/// call's time, name, source and Region and every part of its caller: half a caller would be taken for another.
/// </summary>
internal static class RowRecord
{
    private static readonly FrozenDictionary<string, string> s_fields =
        RecordFieldNames.All.Select(name => KeyValuePair.Create(Names.Plain(name), name))
            .Concat([new("awseventid", "eventID"), new("awsrequestid", "requestID"), new("eventtypename", "eventType")]).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]> s_callers = Callers();

    private static readonly string[] s_asides = ["user", "username", "caller", "callername", "principal", "principalid", "actor", "who", "arn", "identity"];

    /// <summary>True for an object whose names are a record's in some spelling.</summary>
    internal static bool Looks(ReadOnlySpan<byte> json)
    {
        var names = new HashSet<string>();
        for (var members = new JsonMembers(json); members.MoveNext();)
            names.Add(Names.Plain(JsonText.Decode(members.Name)));
        return names.Contains("eventname") && (names.Contains("eventtime") || names.Contains("eventsource") || names.Contains("eventid"));
    }

    /// <summary>True for an object that names its caller, and not as a record does.</summary>
    internal static bool HasCallerAside(ReadOnlySpan<byte> json)
    {
        for (var members = new JsonMembers(json); members.MoveNext();)
        {
            if (members.Value[0] != 'n' && Names.Plain(JsonText.Decode(members.Name)) is var name
                && (s_callers.ContainsKey(name) || Array.IndexOf(s_asides, name) >= 0))
                return true;
        }
        return false;
    }

    /// <summary>The record; null where a part of it is missing.</summary>
    internal static byte[]? Rebuild(ReadOnlySpan<byte> json)
    {
        if (TrailValue.Parse(json) is not TrailObject row)
            return null;
        var record = new RowPart();
        foreach (DictionaryEntry column in row)
            Add(record, (string)column.Key, column.Value);
        var built = record.Build();
        return built["eventTime"] is not null && built["eventName"] is string && built["eventSource"] is string && built["awsRegion"] is string
            && CallerText.Mend(built["userIdentity"]) is { } caller && IsWhole(caller)
            ? Encoding.UTF8.GetBytes(JsonLine.Write(record.With("userIdentity", caller)))
            : null;
    }

    private static void Add(RowPart record, string name, object? value)
    {
        if (value is null or "")
            return;
        if (value is TrailObject { Count: > 0 } parts && name.Length <= HostileLimits.LongestPath && Names.Plain(name).StartsWith("useridentity", StringComparison.Ordinal))
        {
            foreach (DictionaryEntry part in parts)
                Add(record, $"{name}.{part.Key}", part.Value);
        }
        else if (s_callers.TryGetValue(Names.Plain(name), out var place))
            record.Add(place, value);
        else if (name.Split('.', '/') is [var first, .. { Length: > 0 and < HostileLimits.DeepestPrinted } rest] && s_fields.TryGetValue(Names.Plain(first), out var field))
            record.Add([field, .. rest], value);
        else
            record.Add([s_fields.GetValueOrDefault(Names.Plain(name), name)], Opened(value));
    }

    // Parameters and elements are text in a column.
    private static object Opened(object value) =>
        value is string text && text.TrimStart() is ['{' or '[', ..]
            && TrailValue.Parse(Encoding.UTF8.GetBytes(text)) is (TrailObject or object[]) and { } parsed ? parsed : value;

    private static bool IsWhole(TrailObject caller)
    {
        var issuer = Field.Object(Field.Of(caller["sessionContext"], "sessionIssuer"));
        return Field.Text(caller, "type") switch
        {
            "Root" => Has(caller, "principalId", "arn", "accountId"),
            "IAMUser" => Has(caller, "principalId", "arn", "accountId", "userName"),
            "AssumedRole" => Has(caller, "principalId", "arn", "accountId") && Has(issuer, "arn", "userName", "accountId", "principalId"),
            "FederatedUser" => Has(caller, "principalId", "arn", "accountId") && Has(issuer, "type", "arn", "accountId"),
            "SAMLUser" or "WebIdentityUser" => Has(caller, "principalId", "userName"),
            "AWSService" => Has(caller, "invokedBy"),
            "IdentityCenterUser" => Has(caller, "accountId") && Has(Field.Object(caller["onBehalfOf"]), "userId"),
            "AWSAccount" => Has(caller, "principalId", "accountId"),
            _ => false,
        };
    }

    private static bool Has(TrailObject? owner, params string[] names) =>
        owner is not null && Array.TrueForAll(names, name => Field.Text(owner, name) is not null);

    private static FrozenDictionary<string, string[]> Callers()
    {
        var places = new Dictionary<string, string[]>();
        string[] parts = ["type", "principalId", "arn", "accountId", "accessKeyId", "userName", "invokedBy", "identityProvider", "credentialId"];
        foreach (var part in parts)
            places["useridentity" + Names.Plain(part)] = ["userIdentity", part];
        foreach (var part in parts[..6])
        {
            foreach (var prefix in new[] { "useridentitysessioncontextsessionissuer", "useridentitysessionissuer", "sessionissuer" })
                places[prefix + Names.Plain(part)] = ["userIdentity", "sessionContext", "sessionIssuer", part];
        }
        foreach (var part in new[] { "mfaAuthenticated", "creationDate" })
        {
            foreach (var prefix in new[] { "useridentitysessioncontextattributes", "useridentitysessioncontext", "session" })
                places[prefix + Names.Plain(part)] = ["userIdentity", "sessionContext", "attributes", part];
        }
        places["useridentitysessioncontextsourceidentity"] = ["userIdentity", "sessionContext", "sourceIdentity"];
        places["useridentityonbehalfofuserid"] = ["userIdentity", "onBehalfOf", "userId"];
        places["useridentityonbehalfofidentitystorearn"] = ["userIdentity", "onBehalfOf", "identityStoreArn"];
        return places.ToFrozenDictionary();
    }
}
