using System.Text.Json;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.CloudTrail;

/// <summary>A page of LookupEvents, newest first. It may be empty or short and still not be the last.</summary>
internal sealed record LookupPage(IReadOnlyList<LookupEvent> Events, string? NextToken, string? RequestId)
{
    /// <summary>Reads an answer. The events' bytes stay where they are. Throws <see cref="ServiceException"/> where it is no such answer.</summary>
    public static LookupPage Of(JsonReply reply)
    {
        try
        {
            return Read(reply);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw reply.NotUnderstood(e);
        }
    }

    private static LookupPage Read(JsonReply reply)
    {
        var events = new List<LookupEvent>(50);
        string? token = null;
        var reader = new Utf8JsonReader(reply.Body);
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("Events"u8))
                ReadEvents(ref reader, reply.Body, events);
            else if (reader.ValueTextEquals("NextToken"u8) && reader.Read())
                token = reader.GetString();
            else
                reader.Skip();
        }

        return new LookupPage(events, string.IsNullOrEmpty(token) ? null : token, reply.RequestId);
    }

    private static void ReadEvents(ref Utf8JsonReader reader, byte[] body, List<LookupEvent> events)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Events is no array.");
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)reader.TokenStartIndex;
            DateTime? time = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("EventTime"u8) && reader.Read())
                    time = EpochTimeConverter.Of(ref reader);
                else
                    reader.Skip();
            }

            events.Add(new LookupEvent(time, body.AsMemory(start, (int)reader.BytesConsumed - start)));
        }

        // What stands behind it, and the token, would be lost without a word.
        if (reader.TokenType != JsonTokenType.EndArray)
            throw new JsonException("Events holds what is no event.");
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
            throw new JsonException($"{type} was expected.");
    }
}
