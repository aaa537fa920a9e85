using System.Text;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>What the bucket answers, and where it cuts the connection.</summary>
internal sealed record BucketAnswer(int Status, byte[] Body)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The length to announce, where it is not the body's.</summary>
    public long? Announced { get; init; }

    /// <summary>The body is sent as one chunk, and no length is announced.</summary>
    public bool IsChunked { get; init; }

    /// <summary>The connection is cut after so many bytes of the body.</summary>
    public int? CutAfter { get; init; }

    /// <summary>The connection is left open where it would be cut, and nothing more comes.</summary>
    public bool Hold { get; init; }

    /// <summary>The connection is cut without an answer.</summary>
    public static BucketAnswer Nothing { get; } = new(0, []);

    public static BucketAnswer Error(int status, string code, string message = "", string more = "") => new(
        status, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{message}</Message>{more}</Error>"));

    /// <summary>The body as it is sent.</summary>
    public byte[] Sent => IsChunked ? [.. Encoding.ASCII.GetBytes($"{Body.Length:x}\r\n"), .. Body, .. "\r\n0\r\n\r\n"u8] : Body;

    public byte[] Head(int request)
    {
        var head = new StringBuilder($"HTTP/1.1 {Status} Status\r\n");
        head.Append(IsChunked ? "Transfer-Encoding: chunked\r\n" : $"Content-Length: {Announced ?? Body.Length}\r\n");
        head.Append($"x-amz-request-id: R{request}\r\n");
        if (!Headers.ContainsKey("Date"))
            head.Append($"Date: {DateTimeOffset.UtcNow:R}\r\n");
        foreach (var (name, value) in Headers)
            head.Append($"{name}: {value}\r\n");
        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }
}
