using System.Text;

namespace IncidentTrail.Aws.Tests.Queues.Server;

/// <summary>What the server answers; status 0 closes the connection without an answer.</summary>
internal sealed record QueueAnswer(int Status, byte[] Body, string? QueryError = null)
{
    /// <summary>How many seconds it asks to be left alone.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The length that it announces, where that is not the body's: one that is cut closes the connection.</summary>
    public int? Announced { get; init; }

    public static QueueAnswer Closed { get; } = new(0, []);

    /// <summary>No answer, until who asked hangs up.</summary>
    public static QueueAnswer Never { get; } = new(-1, []);

    public static QueueAnswer Unavailable { get; } = new(503, []);

    public static QueueAnswer Ok(string json) => new(200, Encoding.UTF8.GetBytes(json));

    /// <summary>A refusal, as SQS writes it.</summary>
    public static QueueAnswer Refusal(int status, string type, string? queryError = null) =>
        new(status, Encoding.UTF8.GetBytes($$"""{"__type":"com.amazonaws.sqs#{{type}}","message":"{{type}} it is."}"""), queryError);

    public static QueueAnswer NoSuchKey { get; } =
        new(404, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>"));

    public byte[] Head => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 {Status} Status\r\nContent-Length: {Announced ?? Body.Length}\r\nContent-Type: {(Body is [(byte)'<', ..] ? "application/xml" : "application/x-amz-json-1.0")}\r\nx-amzn-RequestId: request\r\n"
        + $"Date: {DateTime.UtcNow:R}\r\nETag: \"{Body.Length:x}-1\"\r\n" + (QueryError is null ? "" : $"x-amzn-query-error: {QueryError};Sender\r\n")
        + (RetryAfter is null ? "" : $"Retry-After: {RetryAfter}\r\n") + "\r\n");
}
