using System.IO.Compression;
using System.Text;

namespace IncidentTrail.Aws.Tests.Queues.Server;

/// <summary>Puts logs into a server's bucket and says so on its queue, as CloudTrail does.</summary>
internal static class WatchedTrail
{
    /// <summary>Puts a log of one record, without saying so.</summary>
    public static string Put(QueueServer server, string eventId, string eventName = "StartIncident", int filler = 0)
    {
        var key = KeyOf(eventId);
        server.Content.Put("trail", key, Zipped($$$"""{"Records":[{{{RecordOf(eventId, eventName)}}}]}""" + new string(' ', filler)));
        return key;
    }

    /// <summary>Delivers a log of one record.</summary>
    public static HeldMessage Deliver(QueueServer server, string eventId, string eventName = "StartIncident") =>
        server.Content.Send(Notification(Put(server, eventId, eventName)));

    public static string KeyOf(string name) => $"AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1415Z_{name}.json.gz";

    public static string Notification(params string[] keys) => $$"""{"s3Bucket":"trail","s3ObjectKey":[{{string.Join(',', keys.Select(key => $"\"{key}\""))}}]}""";

    public static string RecordOf(string eventId, string eventName = "StartIncident") =>
        $$"""{"eventVersion":"1.08","eventID":"{{eventId}}","eventSource":"ssm-incidents.amazonaws.com","eventName":"{{eventName}}","eventTime":"2026-03-10T14:02:00Z","awsRegion":"us-east-1","recipientAccountId":"111122223333"}""";

    public static byte[] Zipped(string text)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return zipped.ToArray();
    }

    /// <summary>The command that watches a server's queue.</summary>
    public static string Command(QueueServer server, string parameters = "") =>
        $"$env:AWS_ENDPOINT_URL_S3 = '{server.Url}'; Watch-IncidentTrailEvent -QueueUrl {server.QueueUrl} -AccessKey AKIDEXAMPLE -SecretKey secret {parameters}";
}
