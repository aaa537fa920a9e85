using System.Net;
using System.Text.Json;

namespace IncidentTrail.Sources.Queues;

/// <summary>Reads S3's own notification: a list of what happened to objects, their keys written as in a form's address.</summary>
internal static class S3Notification
{
    // Ceph writes the keys as they are.
    private const string Ceph = "ceph:s3";

    internal static MessageContent Read(JsonElement records)
    {
        var logs = new List<NamedLog>();
        foreach (var record in records.EnumerateArray())
        {
            var source = MessageReading.TextOf(record, "eventSource");
            if (source?.EndsWith(":s3", StringComparison.Ordinal) != true || MessageReading.Member(record, "s3") is not { } s3)
                return MessageContent.Unknown("its Records are not S3's");
            // Removed, restored, expired: of these there is no new log.
            if (!IsCreation(MessageReading.TextOf(record, "eventName")))
                continue;
            if (Named(s3, source == Ceph ? key => key : key => WebUtility.UrlDecode(key)) is not { } log)
                return MessageContent.Unknown("one of its Records names no object");
            logs.Add(log);
        }
        return MessageContent.Of(logs);
    }

    /// <summary>The object that a notification is about; null where it names none.</summary>
    /// <param name="about">What holds the bucket and the object.</param>
    /// <param name="keyOf">How the key is written there.</param>
    internal static NamedLog? Named(JsonElement about, Func<string, string> keyOf)
    {
        var bucket = MessageReading.Member(about, "bucket") is { } place ? MessageReading.TextOf(place, "name") : null;
        if (string.IsNullOrEmpty(bucket) || MessageReading.Member(about, "object") is not { } named
            || MessageReading.TextOf(named, "key") is not { Length: > 0 } key)
            return null;
        long? size = MessageReading.Member(named, "size") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var bytes)
            ? bytes : null;
        return new NamedLog(bucket, keyOf(key), size);
    }

    // As records have it, and as settings do.
    private static bool IsCreation(string? name) =>
        name is not null && (name.StartsWith("ObjectCreated:", StringComparison.Ordinal) || name.StartsWith("s3:ObjectCreated:", StringComparison.Ordinal));
}
