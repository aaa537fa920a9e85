using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentTrail.Aws.Tests.History;

/// <summary>An event that the server holds, with what LookupEvents matches on.</summary>
internal sealed record HistoryRecord(string EventId, DateTimeOffset Time, string EventName, string EventSource)
{
    public string Username { get; init; } = "alice";

    public string AccessKeyId { get; init; } = "AKIAEXAMPLEEXAMPLE02";

    public string AccountId { get; init; } = "111122223333";

    public string Region { get; init; } = "us-east-1";

    /// <summary>The record as a trail would deliver it.</summary>
    public string ToJson() => JsonSerializer.Serialize(new
    {
        eventVersion = "1.08",
        userIdentity = new
        {
            type = "IAMUser", principalId = "AIDAEXAMPLE", arn = $"arn:aws:iam::{AccountId}:user/{Username}",
            accountId = AccountId, accessKeyId = AccessKeyId, userName = Username,
        },
        eventTime = Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        eventSource = EventSource, eventName = EventName, awsRegion = Region, sourceIPAddress = "203.0.113.10",
        userAgent = "aws-cli/2", requestParameters = (object?)null, responseElements = (object?)null,
        requestID = "r-" + EventId, eventID = EventId, readOnly = false, eventType = "AwsApiCall",
        managementEvent = true, recipientAccountId = AccountId, eventCategory = "Management",
    });

    /// <summary>The entry of a page, the time as a number in the form asked for.</summary>
    public JsonObject ToEntry() => new()
    {
        [nameof(EventId)] = EventId, [nameof(EventName)] = EventName, ["ReadOnly"] = "false", [nameof(AccessKeyId)] = AccessKeyId,
        ["EventTime"] = Time.ToUnixTimeSeconds(), [nameof(EventSource)] = EventSource, [nameof(Username)] = Username,
        ["Resources"] = new JsonArray(), ["CloudTrailEvent"] = ToJson(),
    };
}
