using System.Globalization;
using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Sql;

/// <summary>Records that are awkward to ask for in SQL, made by chance and always the same.</summary>
internal static class AwkwardRecords
{
    internal const int Count = 360;

    internal static readonly DateTime FirstDay = new(2026, 1, 30, 0, 0, 0, DateTimeKind.Utc);

    internal static readonly string[] Accounts = ["111122223333", "012345678901", "444455556666"];
    internal static readonly string[] Regions = ["us-east-1", "eu-west-1", "ap-northeast-1"];
    internal static readonly string[] Names =
    [
        "StartIncident", "GetIncidentRecord", "ListTimelineEvents", "CreateTimelineEvent", "UpdateIncidentRecord", "AcceptPage",
        "DeleteContact", "PutResourcePolicy", "TagResource", "startincident", "Blue_Print", "100%", "Quo'te", "Back\\slash", "\u212Aelvin",
        "\u03A3\u03C3\u03C2", "long\u017F", "New\nLine", "\uD83D\uDE00Face",
    ];

    internal static readonly string[] Sources =
    [
        "ssm-incidents.amazonaws.com", "ssm-contacts.amazonaws.com", "SSM-Incidents.amazonaws.com", "gamma-ssm-incidents.amazonaws.com",
        "iam.amazonaws.com", "signin.amazonaws.com", "ssm-incidents",
    ];

    internal static readonly string[] Users = ["nora.lindqvist", "Wei_Zhang", "o'brien", "100%sure", "\u212Aim", "root", "per\\se", "\u03A3ophia"];
    internal static readonly string[] Addresses =
    [
        "203.0.113.7", "203.0.113.77", "198.51.100.1", "2001:db8::1", "2001:0DB8:0:0::1", "::ffff:203.0.113.7", "AWS Internal",
        "events.amazonaws.com", "010.0.0.1",
    ];

    private static readonly string?[] s_errors = [null, null, null, "AccessDenied", "AccessDeniedException", "Client.Unauthorized", ""];
    private static readonly string?[] s_categories = ["Management", "Management", "Data", null, "", "management", "NetworkActivity", "Insight"];
    private static readonly string?[] s_types =
        ["AwsApiCall", "AwsApiCall", "AwsServiceEvent", "AwsConsoleSignIn", "AwsVpceEvent", "AwsCloudTrailInsight", null];

    internal static IReadOnlyList<AwkwardRecord> All { get; } = Make();

    private static List<AwkwardRecord> Make()
    {
        var random = new Random(21);
        var records = new List<AwkwardRecord>();
        for (var i = 0; i < Count; i++)
        {
            // Several records lie in one log; some days later than they happened.
            var time = FirstDay.AddMinutes(random.Next(6 * 24 * 60));
            var delivered = time.AddMinutes(random.Next(8) == 0 ? 60 * 18 : 5);
            var (account, region) = (One(random, Accounts), One(random, Regions));
            var day = delivered.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
            var key = $"AWSLogs/{account}/CloudTrail/{region}/{day}/{account}_CloudTrail_{region}_{delivered:yyyyMMdd'T'HHmm}Z_a.json.gz";
            var json = Record(random, i, time, account, region);
            records.Add(new AwkwardRecord(TrailLogLocation.FromKey("trail", key), json));
            if (random.Next(12) == 0)
                records.Add(new AwkwardRecord(TrailLogLocation.FromKey("trail", key.Replace("_a.", "_b.", StringComparison.Ordinal)), (JsonObject)json.DeepClone()));
        }
        return records;
    }

    private static JsonObject Record(Random random, int number, DateTime time, string account, string region)
    {
        var record = new JsonObject
        {
            ["eventVersion"] = "1.11", ["eventTime"] = Time(random, time), ["eventSource"] = One(random, Sources), ["eventName"] = One(random, Names),
            ["awsRegion"] = region, ["sourceIPAddress"] = One(random, Addresses), ["userAgent"] = random.Next(2) == 0 ? "aws-cli/2.0" : "console.amazonaws.com",
            ["errorCode"] = One(random, s_errors), ["requestID"] = $"request-{number}", ["eventID"] = $"{number:x8}-Aa00-4000-8000-000000000000",
            ["readOnly"] = random.Next(2) == 0, ["eventType"] = One(random, s_types), ["managementEvent"] = random.Next(4) != 0,
            ["recipientAccountId"] = account, ["eventCategory"] = One(random, s_categories), ["userIdentity"] = AwkwardCallers.One(random),
            ["requestParameters"] = Request(random), ["responseElements"] = Response(random), ["sessionCredentialFromConsole"] = "true",
        };
        if (random.Next(5) == 0)
            record["errorMessage"] = "no \"quotes\"";
        if (random.Next(4) == 0)
            record["resources"] = new JsonArray(new JsonObject { ["ARN"] = Arn("contact", random), ["accountId"] = account, ["type"] = "AWS::X" });
        if (random.Next(6) == 0)
            record["additionalEventData"] = JsonNode.Parse("""{"UserName":"nora.lindqvist","MFAUsed":"No"}""");
        if (random.Next(7) == 0)
            record["sharedEventID"] = $"shared-{number % 5}";
        if (random.Next(7) == 0)
            record["tlsDetails"] = new JsonObject { ["tlsVersion"] = "TLSv1.3", ["cipherSuite"] = "X", ["keyExchange"] = "x25519" };
        if (random.Next(9) == 0)
            record["addendum"] = new JsonObject { ["reason"] = "DELIVERY_DELAY", ["originalEventID"] = "e-1" };
        if (random.Next(9) == 0)
        {
            record["insightDetails"] = new JsonObject
            {
                ["state"] = "Start", ["eventSource"] = "ssm-incidents.amazonaws.com", ["eventName"] = One(random, Names), ["errorCode"] = One(random, s_errors),
            };
        }
        foreach (var absent in new[] { "eventSource", "eventName", "awsRegion", "recipientAccountId", "userIdentity", "sourceIPAddress", "eventTime", "eventType" })
        {
            if (random.Next(25) == 0)
                record.Remove(absent);
        }
        return record;
    }

    private static JsonNode? Time(Random random, DateTime time) => random.Next(14) switch
    {
        0 => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        1 => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        2 => time.AddHours(2).ToString("yyyy-MM-dd'T'HH:mm:ss'+02:00'", CultureInfo.InvariantCulture),
        3 => "2026-02-30T00:00:00Z",
        4 => "not a time at all...",
        _ => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private static JsonNode? Request(Random random) => random.Next(7) switch
    {
        0 => null,
        1 => "plain text, { no JSON",
        2 => new JsonObject { ["incidentRecordArn"] = Arn("incident-record", random).Replace(":", "%3A", StringComparison.Ordinal), ["n"] = 12345678901234567890m },
        3 => new JsonObject { ["contactId"] = Arn("contact", random), ["nested"] = new JsonObject { ["a"] = new JsonArray(1, null, "x") } },
        // The escapes are the node's own: it writes letters of other alphabets so.
        4 => new JsonObject { ["contactId"] = "arn:aws:ssm-contacts:us-east-1:111122223333:contact/b\u00FCro" },
        _ => new JsonObject { ["arn"] = Arn("incident-record", random), ["incidentRecordArn"] = Arn("incident-record", random) },
    };

    private static JsonObject? Response(Random random) => random.Next(6) switch
    {
        0 => new JsonObject { ["ConsoleLogin"] = "Failure" },
        1 => new JsonObject { ["ConsoleLogin"] = "Success" },
        2 => new JsonObject { ["incidentRecordArn"] = Arn("incident-record", random) },
        _ => null,
    };

    private static string Arn(string kind, Random random) =>
        $"arn:aws:ssm-{(kind == "contact" ? "contacts" : "incidents")}::{One(random, Accounts)}:{kind}/plan_{random.Next(3)}/{random.Next(5)}-abc";

    internal static T One<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
