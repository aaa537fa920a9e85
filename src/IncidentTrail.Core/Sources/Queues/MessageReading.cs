using System.Text.Json;

namespace IncidentTrail.Sources.Queues;

/// <summary>
/// Reads the message of a queue, by its own form and not by how the queue was set up: CloudTrail's notification, S3's, S3's
/// through EventBridge, CloudTrail's events through EventBridge, each as it is or in a topic's envelope.
/// </summary>
internal static class MessageReading
{
    // What CloudTrail sends to a topic that it is given: the one message that is no JSON.
    private const string Validation = "CloudTrail validation message.";

    /// <summary>Reads a message's body.</summary>
    internal static MessageContent Read(string body)
    {
        for (var envelopes = 0; envelopes <= HostileLimits.DeepestEnvelope; envelopes++)
        {
            if (body.AsSpan().Trim() is Validation)
                return MessageContent.Nothing;
            try
            {
                // A record may be nested as deeply as whoever called liked: that is no reason to leave it unread.
                using var json = JsonDocument.Parse(ShallowJson.Of(body, HostileLimits.DeepestMessage));
                if (Inside(json.RootElement) is not { } inside)
                    return OfJson(json.RootElement, body);
                body = inside;
            }
            catch (JsonException)
            {
                return MessageContent.Unknown(body.Length == 0 ? "it is empty" : "it is no JSON");
            }
            catch (InvalidOperationException)
            {
                // Half of a pair of surrogates, which JSON allows in an escape.
                return MessageContent.Unknown("it holds text that is no Unicode");
            }
        }
        return MessageContent.Unknown("it is an envelope in an envelope, and so on");
    }

    private static string? Inside(JsonElement root) =>
        TextOf(root, "Type") == "Notification" ? TextOf(root, "Message") : null;

    private static MessageContent OfJson(JsonElement root, string body)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return MessageContent.Unknown("it is no JSON object");
        if (Member(root, "s3ObjectKey") is { } keys && TextOf(root, "s3Bucket") is { Length: > 0 } bucket)
            return OfCloudTrail(bucket, keys);
        if (TextOf(root, "Event") == "s3:TestEvent" || IsOfConfig(root))
            return MessageContent.Nothing;
        if (Member(root, "Records") is { ValueKind: JsonValueKind.Array } records)
            return S3Notification.Read(records);
        if (TextOf(root, "detail-type") is { } type && Member(root, "detail") is { ValueKind: JsonValueKind.Object } detail)
            return OfEventBridge(TextOf(root, "source"), type, detail, body);
        return MessageContent.Unknown(
            TextOf(root, "Type") is "SubscriptionConfirmation" or "UnsubscribeConfirmation" ? "it asks to confirm a topic's subscription"
            : "it is no notification of CloudTrail or S3, and no event of EventBridge");
    }

    // CloudTrail writes a list; AWS Config, whose topic it may share, one key.
    private static MessageContent OfCloudTrail(string bucket, JsonElement keys)
    {
        JsonElement[] each = keys.ValueKind == JsonValueKind.Array ? [.. keys.EnumerateArray()] : [keys];
        return each.All(key => key.ValueKind == JsonValueKind.String && key.GetString() is { Length: > 0 })
            ? MessageContent.Of([.. each.Select(key => new NamedLog(bucket, key.GetString()!, null))])
            : MessageContent.Unknown("its s3ObjectKey is no key");
    }

    private static bool IsOfConfig(JsonElement root) =>
        TextOf(root, "messageType") is not null
        && (Member(root, "recordVersion") is not null || Member(root, "notificationCreationTime") is not null);

    private static MessageContent OfEventBridge(string? source, string type, JsonElement detail, string body)
    {
        // An Insights record has no name of an event.
        if (type.EndsWith(" via CloudTrail", StringComparison.Ordinal) && (TextOf(detail, "eventName") ?? TextOf(detail, "eventVersion")) is not null)
            return MessageContent.Record(body);
        if (source != "aws.s3")
            return MessageContent.Unknown("it is an event of EventBridge that is neither CloudTrail's nor of an object in S3");
        if (type != "Object Created")
            return MessageContent.Nothing;
        return S3Notification.Named(detail, key => key) is { } log
            ? MessageContent.Of([log]) : MessageContent.Unknown("it names no object");
    }

    internal static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    internal static string? TextOf(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
