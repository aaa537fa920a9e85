using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Api;

/// <summary>A successful answer: its bytes and the request id that AWS knows it by.</summary>
internal sealed record JsonReply(string Service, string Operation, string Region, byte[] Body, string? RequestId)
{
    /// <summary>Reads the answer as a type. Throws <see cref="ServiceException"/> where it is not JSON of that form.</summary>
    public T Read<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Body, type) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw NotUnderstood(e);
        }
    }

    /// <summary>The failure for an answer that is not of the documented form.</summary>
    public ServiceException NotUnderstood(Exception cause) =>
        new(Service, Operation, Region, ServiceError.OfAnswer(RequestId), 1, cause);
}
