using System.Text;
using System.Text.Json;

namespace IncidentTrail.SampleTrail;

/// <summary>Writes a call as CloudTrail's record of it, members in the order that real log files have.</summary>
internal static class RecordJson
{
    public static string Write(Call call, string scenario)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = Json.Options.Encoder }))
        {
            json.WriteStartObject();
            WriteHead(json, call);
            WriteBody(json, call);
            WriteTail(json, call, scenario);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteHead(Utf8JsonWriter json, Call call)
    {
        json.WriteString("eventVersion", call.Means.IsIncidentManager ? "1.08" : "1.11");
        WriteValue(json, "userIdentity", call.By.UserIdentity(call.Instant));
        json.WriteString("eventTime", call.Time);
        json.WriteString("eventSource", call.Service + ".amazonaws.com");
        json.WriteString("eventName", call.Name);
        json.WriteString("awsRegion", call.Region);
        json.WriteString("sourceIPAddress", call.By.Address);
        json.WriteString("userAgent", call.By.Agent.Replace("{command}", Agents.CliCommand(call.Service, call.Name)));
    }

    private static void WriteBody(Utf8JsonWriter json, Call call)
    {
        if (call.Error is var (code, message))
        {
            json.WriteString("errorCode", code);
            json.WriteString("errorMessage", message);
        }

        WriteValue(json, "requestParameters", call.Request);
        WriteValue(json, "responseElements", call.Response);
        if (call.Additional is not null)
            WriteValue(json, "additionalEventData", call.Additional);
    }

    private static void WriteTail(Utf8JsonWriter json, Call call, string scenario)
    {
        json.WriteString("requestID", call.RequestId(scenario));
        json.WriteString("eventID", call.EventId(scenario));
        json.WriteBoolean("readOnly", call.ReadOnly ?? call.Means.IsRead);
        if (call.Resources is not null)
            WriteValue(json, "resources", call.Resources);
        json.WriteString("eventType", call.EventType);
        json.WriteBoolean("managementEvent", true);
        json.WriteString("recipientAccountId", call.Account);
        if (call.SharedCall is not null)
            json.WriteString("sharedEventID", Ids.Uuid("shared " + call.SharedCall));
        if (call.Addendum is not null)
            WriteValue(json, "addendum", call.Addendum);
        json.WriteString("eventCategory", "Management");
        if (call.By.ShowsTls)
            WriteValue(json, "tlsDetails", new
            {
                tlsVersion = "TLSv1.3",
                cipherSuite = "TLS_AES_128_GCM_SHA256",
                clientProvidedHostHeader = $"{call.Service}.{call.Region}.amazonaws.com",
            });
        if (call.By.FromConsole)
            json.WriteString("sessionCredentialFromConsole", "true"); // text, as documented
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Json.Options);
    }
}
