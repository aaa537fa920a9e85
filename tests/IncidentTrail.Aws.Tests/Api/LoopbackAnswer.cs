using System.Text;

namespace IncidentTrail.Aws.Tests.Api;

/// <summary>What the loopback server answers, whole or cut.</summary>
internal sealed record LoopbackAnswer(int Status, string Body)
{
    public Dictionary<string, string> Headers { get; init; } = new() { ["Content-Type"] = "application/x-amz-json-1.1" };

    /// <summary>How many bytes of the body are sent before the connection is closed; null for all of it.</summary>
    public int? CutAfter { get; init; }

    /// <summary>True to close the connection without an answer.</summary>
    public bool CutBefore { get; init; }

    public static LoopbackAnswer Ok(string body) => new(200, body);

    public static LoopbackAnswer Error(int status, string type, string message) =>
        new(status, $$"""{"__type":"{{type}}","message":"{{message}}"}""");

    /// <summary>True to keep the connection open without an answer, until the client closes it.</summary>
    public bool Silent { get; init; }

    public static LoopbackAnswer Silence { get; } = new(0, "") { Silent = true };

    public static LoopbackAnswer NoAnswer { get; } = new(0, "") { CutBefore = true };

    public byte[] Head(string requestId, DateTimeOffset date)
    {
        var head = new StringBuilder($"HTTP/1.1 {Status} Status\r\nContent-Length: {Encoding.UTF8.GetByteCount(Body)}\r\n");
        if (!Headers.ContainsKey("Date"))
            head.Append($"Date: {date:R}\r\n");
        head.Append($"x-amzn-RequestId: {requestId}\r\n");
        foreach (var (name, value) in Headers)
            head.Append($"{name}: {value}\r\n");
        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }
}
