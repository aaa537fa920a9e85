using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Sql;

/// <summary>
/// Records for the counting of callers: the awkward ones, with what every record of these years tells, with calls of which two
/// accounts have a record, and with sign-ins whose name stands aside.
/// </summary>
internal static class CallerRecords
{
    internal static IReadOnlyList<AwkwardRecord> All { get; } = [.. AwkwardRecords.All.SelectMany(Complete)];

    private static IEnumerable<AwkwardRecord> Complete(AwkwardRecord record, int number)
    {
        var random = new Random(number);
        var json = (JsonObject)record.Json.DeepClone();
        // One in many does not say it, and its place does.
        if (random.Next(30) != 0)
        {
            json["recipientAccountId"] ??= record.Log.AccountId;
            json["awsRegion"] ??= record.Log.Region;
        }
        // Hardly any time is written otherwise.
        if (random.Next(12) != 0)
            json["eventTime"] = $"{record.Log.DeliveryTimeUtc!.Value.AddMinutes(-5):yyyy-MM-dd'T'HH:mm:ss'Z'}";
        json["eventSource"] ??= AwkwardRecords.Sources[0];
        if (random.Next(12) == 0)
        {
            json["userIdentity"] = new JsonObject { ["type"] = "Unknown", ["accountId"] = record.Log.AccountId };
            json["eventSource"] = "signin.amazonaws.com";
            json["additionalEventData"] = new JsonObject { ["UserName"] = AwkwardRecords.One(random, ["grace", "o'brien", ""]), ["LoginTo"] = "x" };
        }
        yield return new AwkwardRecord(record.Log, json);
        if (json["userIdentity"]?["type"]?.GetValue<string>() is not ("AssumedRole" or "IAMUser") || random.Next(3) != 0)
            yield break;
        json["sharedEventID"] = $"call-{number % 40}";
        var copy = (JsonObject)json.DeepClone();
        copy["eventID"] = $"{json["eventID"]}-copy";
        var other = AwkwardRecords.One(random, AwkwardRecords.Accounts);
        copy["recipientAccountId"] = other;
        copy["userIdentity"] = new JsonObject
        {
            ["type"] = "AWSAccount", ["principalId"] = json["userIdentity"]!["principalId"]!.DeepClone(),
            ["accountId"] = json["userIdentity"]!["accountId"]!.DeepClone(),
        };
        yield return new AwkwardRecord(TrailLogLocation.FromKey("trail", record.Log.Key!.Replace(record.Log.AccountId!, other, StringComparison.Ordinal)), copy);
    }
}
