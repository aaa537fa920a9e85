using System.Text;
using System.Text.Json;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>A request as it arrived: head and body, nothing interpreted.</summary>
internal sealed record LoopbackRequest(
    int Number, string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body, DateTimeOffset Arrived)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The operation in <c>X-Amz-Target</c>.</summary>
    public string Operation => Headers.GetValueOrDefault("X-Amz-Target", "").Split('.')[^1];

    /// <summary>The Region in the signature's scope.</summary>
    public string Region => SigV4Check.Scope(this).Region;

    /// <summary>The access key in the signature's scope.</summary>
    public string AccessKey => SigV4Check.Scope(this).AccessKey;

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
