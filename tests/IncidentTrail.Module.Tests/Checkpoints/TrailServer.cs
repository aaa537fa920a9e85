using System.Globalization;
using IncidentTrail.Aws.Tests.S3;

namespace IncidentTrail.Module.Tests.Checkpoints;

/// <summary>A bucket whose logs hold events of ids that a test chose.</summary>
internal static class TrailServer
{
    /// <summary>What a cmdlet is told of the bucket.</summary>
    internal static string Asking(BucketServer server) =>
        $"-BucketName trail -EndpointUrl {server.Url} -AccessKey AKIDEXAMPLE -SecretKey secret";

    /// <summary>Puts a log of events into the bucket.</summary>
    internal static void Put(BucketServer server, string delivered, params string[] ids) => Put(server, delivered, "us-east-1", ids);

    /// <summary>Puts a log of events into the bucket.</summary>
    internal static void Put(BucketServer server, string delivered, string region, string[] ids) =>
        server.Content.Put(TrailKeys.Log(delivered, region: region, unique: Unique(ids)), Text(ids));

    /// <summary>A log file's text.</summary>
    internal static string Text(params string[] ids) => $$"""{"Records":[{{string.Join(',', ids.Select(Record))}}]}""";

    private static string Record(string id) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"eventVersion":"1.08","eventID":"{{id}}","eventTime":"2026-01-02T03:00:00Z","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","awsRegion":"us-east-1","recipientAccountId":"111122223333"}""");

    private static string Unique(string[] ids) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('-', ids))))[..16];
}
