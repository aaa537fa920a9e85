using System.Net.Http.Headers;
using System.Text.Json;

namespace IncidentTrail.Aws.Faults;

/// <summary>An error as a service answered it, or as the connection gave it (then <see cref="Status"/> is 0).</summary>
internal sealed record ServiceError(
    string? Code, string Message, int Status, string? RequestId, DateTimeOffset? ServerTime, TimeSpan? RetryAfter)
{
    /// <summary>A code of ours: the service says that all is well, and not what was asked for.</summary>
    public const string UnreadableAnswer = "UnreadableAnswer";

    /// <summary>What S3 answers where an object is not the one of the entity tag any more, of a server that did not say so.</summary>
    public static ServiceError Replaced { get; } = Of(RemedyTable.Replaced, "its entity tag is another one now", 412, null);

    /// <summary>What can be done about it.</summary>
    public ServiceRetry Retry => ServiceErrorTable.RetryOf(Code, Status);

    /// <summary>The kind of fault it is.</summary>
    public TrailFaultKind Kind => ServiceErrorTable.KindOf(Code, Status);

    /// <summary>True where the answer gave a code at most, and no message.</summary>
    public bool SaysNothing => Message == Untold(Status);

    /// <summary>An error without an answer: the connection failed, was cut, or nothing came in time.</summary>
    public static ServiceError OfConnection(string message) => new(null, Shown(null, message), 0, null, null, null);

    /// <summary>An answer that is not of the documented form.</summary>
    public static ServiceError OfAnswer(string? requestId) =>
        new(UnreadableAnswer, "the answer is not of the documented form", 200, requestId, null, null);

    /// <summary>An error that was read already; where it says nothing, its status speaks for it.</summary>
    public static ServiceError Of(string? code, string? message, int status, string? requestId) => new(
        code, Shown(code, message) is { Length: > 0 } text ? text : Untold(status), status,
        string.IsNullOrEmpty(requestId) ? null : requestId, null, null);

    /// <summary>Reads the error from an answer; the body wins over the header, since a proxy may add headers.</summary>
    public static ServiceError Of(int status, HttpResponseHeaders headers, ReadOnlySpan<byte> body)
    {
        var (code, message) = ReadBody(body);
        code ??= Header(headers, "x-amzn-ErrorType");
        code = ServiceErrorTable.Wrapped(ServiceErrorTable.Code(code), message);
        var wait = RetryAfterHeader.Of(name => Header(headers, name));
        return new ServiceError(
            code, Shown(code, message) is { Length: > 0 } text ? text : Untold(status), status,
            Header(headers, "x-amzn-RequestId"), headers.Date, wait);
    }

    private static string Untold(int status) => FormattableString.Invariant($"HTTP status {status}");

    private static (string? Code, string? Message) ReadBody(ReadOnlySpan<byte> body)
    {
        string? code = null, message = null;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return (null, null);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                if (reader.TokenType != JsonTokenType.String)
                    reader.Skip();
                else if (name is "__type" or "code" or "Code")
                    code ??= reader.GetString();
                else if (name is "message" or "Message" or "errorMessage")
                    message ??= reader.GetString();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or cut: what was found so far stands, and the status speaks for the rest.
        }

        return (code, message);
    }

    // A signature mismatch is explained by the request's canonical form, which holds the session token.
    private static string Shown(string? code, string? message)
    {
        if (string.IsNullOrEmpty(message))
            return "";
        var end = code is "InvalidSignatureException" or "SignatureDoesNotMatch" ? message.IndexOf('\n') : -1;
        var text = end >= 0 ? message[..end] : message;
        if (text.Contains("security-token", StringComparison.OrdinalIgnoreCase))
            text = "The request's signature does not match.";
        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return text.Length <= AdapterLimits.LongestMessage ? text : text[..AdapterLimits.LongestMessage] + "…";
    }

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
