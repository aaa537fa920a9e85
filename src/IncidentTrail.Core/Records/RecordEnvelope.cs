using System.Text.Json;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>What the object around a record says of it: the account and the Region of EventBridge's event.</summary>
internal sealed record RecordEnvelope(string? AccountId, string? Region)
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = int.MaxValue };

    /// <summary>What the envelope says; null where it says neither.</summary>
    internal static RecordEnvelope? Of(ReadOnlySpan<byte> json)
    {
        string? account = null, region = null;
        try
        {
            var reader = new Utf8JsonReader(json, s_options);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isAccount = reader.ValueTextEquals("account"u8);
                var isRegion = reader.ValueTextEquals("region"u8);
                reader.Read();
                if (isAccount)
                    account = Text(reader);
                else if (isRegion)
                    region = Text(reader);
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // What could be read before counts: the record inside is judged for itself.
        }
        return account is null && region is null ? null : new RecordEnvelope(account, region);
    }

    private static string? Text(in Utf8JsonReader reader) =>
        reader is { TokenType: JsonTokenType.String or JsonTokenType.Number, ValueSpan.Length: > 0 } ? JsonText.Decode(reader.ValueSpan) : null;
}
