using System.Text.Json;

namespace IncidentTrail.Aws.Tests.Queues.Server;

/// <summary>A request that reached the server: a call to SQS, or (without an operation) one for an object.</summary>
internal sealed record QueueCall(string Operation, string Target, IReadOnlyDictionary<string, string> Headers, JsonElement Body, DateTime ArrivedUtc)
{
    /// <summary>The Region in the signature's scope.</summary>
    public string Region => Headers.GetValueOrDefault("Authorization", "").Split('/') is [_, _, var region, ..] ? region : "";

    /// <summary>The access key in the signature's scope.</summary>
    public string AccessKey => Headers.GetValueOrDefault("Authorization", "") is var signed && signed.IndexOf("Credential=", StringComparison.Ordinal) is var at and >= 0
        ? signed[(at + "Credential=".Length)..].Split('/')[0] : "";
}
