using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentTrail.Times;

namespace IncidentTrail.Sql;

/// <summary>Who made calls that were counted, and what else they have in common: what <see cref="CallerStatement"/> tells of it.</summary>
internal sealed class CountedIdentity
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private CountedIdentity(TrailCaller caller) => Caller = caller;

    /// <summary>Who made the calls.</summary>
    internal TrailCaller Caller { get; }

    /// <summary>False where the times of the calls are written as usual: each may have another.</summary>
    internal bool HasOddTime { get; private init; }

    /// <summary>The one time that is not written as usual; null where it is none.</summary>
    internal DateTime? OddTimeUtc { get; private init; }

    /// <summary>The account of the calls where their records do not say it; null where they do.</summary>
    internal string? AccountId { get; private init; }

    /// <summary>Their Region where the records do not say it.</summary>
    internal string? Region { get; private init; }

    /// <summary>Reads it.</summary>
    internal static CountedIdentity Read(string json)
    {
        var texts = new Queue<string?>(CountedRow.Texts(json));
        string? Next() => texts.Dequeue();
        var identity = Node(
            ("type", Next()), ("principalId", Next()), ("arn", Next()), ("accountId", Next()), ("userName", Next()), ("invokedBy", Next()));
        var mfa = Next();
        var issuer = Node(("type", Next()), ("userName", Next()), ("arn", Next()), ("accountId", Next()));
        var session = Node(("sourceIdentity", Next()));
        session.Add("sessionIssuer", issuer);
        session.Add("webIdFederationData", Node(("federatedProvider", Next())));
        Add(session, "assumedRoot", Next());
        identity.Add("onBehalfOf", Node(("userId", Next()), ("identityStoreArn", Next())));
        // That there are any is all that is asked of the other attributes.
        session.Add("attributes", Node(("mfaAuthenticated", mfa), ("creationDate", Next())));
        identity.Add("sessionContext", session);
        Add(identity, "accessKeyId", Next());
        var (service, eventType, console, aside, oddTime) = (Next(), Next(), Next(), Next(), Next());
        var caller = TrailCaller.From(Encoding.UTF8.GetBytes(identity.ToJsonString(s_plain)), service, eventType, console is not null, Name(aside));
        var (placeOfAccount, placeOfRegion) = (Next(), Next());
        return new CountedIdentity(caller)
        {
            HasOddTime = oddTime is not null,
            OddTimeUtc = oddTime is null ? null : Time(oddTime),
            AccountId = placeOfAccount is null ? null : RowRun.Place(placeOfAccount).AccountId ?? caller.AccountId,
            Region = placeOfRegion is null ? null : RowRun.Place(placeOfRegion).Region,
        };
    }

    // As the record would have it.
    private static DateTime? Time(string text) =>
        TrailTimeText.TryParseRecordTime(JsonSerializer.SerializeToUtf8Bytes(text, s_plain), out var utc) ? utc : null;

    private static string? Name(string? json) =>
        json is not null && JsonNode.Parse(json) is JsonValue value && value.TryGetValue(out string? name) && name.Length > 0 ? name : null;

    private static JsonObject Node(params ReadOnlySpan<(string Name, string? Text)> members)
    {
        var node = new JsonObject();
        foreach (var (name, text) in members)
            Add(node, name, text);
        return node;
    }

    private static void Add(JsonObject node, string name, string? text)
    {
        if (text is not null)
            node.Add(name, text);
    }
}
