using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Forms;

/// <summary>Twelve records of all kinds of callers, from which every form of the corpus is made.</summary>
internal static class TwelveRecords
{
    private const string Role = """{"type":"Role","principalId":"AROAEXAMPLEEXAMPLE01","arn":"arn:aws:iam::111122223333:role/Responder","accountId":"111122223333","userName":"Responder"}""";

    private static readonly string[] s_callers =
    [
        """{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","accountId":"111122223333"}""",
        """{"type":"IAMUser","principalId":"AIDAEXAMPLEEXAMPLE01","arn":"arn:aws:iam::111122223333:user/alice","accountId":"111122223333","accessKeyId":"AKIAEXAMPLEEXAMPLE01","userName":"alice"}""",
        $$$"""{"type":"AssumedRole","principalId":"AROAEXAMPLEEXAMPLE01:bob","arn":"arn:aws:sts::111122223333:assumed-role/Responder/bob","accountId":"111122223333","accessKeyId":"ASIAEXAMPLEEXAMPLE01","sessionContext":{"attributes":{"mfaAuthenticated":"false","creationDate":"2026-03-10T13:00:00Z"},"sessionIssuer":{{{Role}}}}}""",
        """{"type":"AWSService","invokedBy":"ssm-incidents.amazonaws.com"}""",
        """{"type":"AWSAccount","principalId":"AROAEXAMPLEEXAMPLE09:x","accountId":"999988887777"}""",
        """{"type":"SAMLUser","principalId":"idp:carol","userName":"carol","identityProvider":"idp"}""",
    ];

    private static readonly string[] s_actions = ["StartIncident", "UpdateIncidentRecord", "CreateTimelineEvent", "GetIncidentRecord", "AcceptPage", "StartEngagement"];

    /// <summary>Each as CloudTrail writes it.</summary>
    internal static IReadOnlyList<string> All { get; } = [.. Enumerable.Range(0, 12).Select(Make)];

    internal static string LogFile => $$"""{"Records":[{{string.Join(",", All)}}]}""";

    /// <summary>A text as a JSON string.</summary>
    internal static string Quoted(string text) => JsonSerializer.Serialize(text);

    /// <summary>Each record in something, with its number.</summary>
    internal static string Each(Func<string, string> wrap, string between = ",") => string.Join(between, All.Select(wrap));

    internal static JsonObject Node(string record) => JsonNode.Parse(record)!.AsObject();

    private static string Make(int i)
    {
        var source = i % 6 < 4 ? "ssm-incidents.amazonaws.com" : "ssm-contacts.amazonaws.com";
        // Quotes, braces, an umlaut and a backslash stand in what was asked.
        var asked = Quoted($"Zo\u00e9 said: \"{{it's [down]}}\" \\ {i}");
        return $$"""{"eventVersion":"1.11","userIdentity":{{s_callers[i % s_callers.Length]}},"eventTime":"2026-03-10T14:02:{{i:00}}Z","eventSource":"{{source}}","eventName":"{{s_actions[i % s_actions.Length]}}","awsRegion":"{{(i % 2 == 0 ? "us-east-1" : "eu-west-1")}}","sourceIPAddress":"198.51.100.{{i}}","userAgent":"aws-cli/2.15","requestParameters":{"title":{{asked}},"impact":{{i}},"list":[1,{"a":null}]},"responseElements":null,"requestID":"r-{{i}}","eventID":"00000000-0000-0000-0000-{{i:000000000000}}","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}""";
    }
}
