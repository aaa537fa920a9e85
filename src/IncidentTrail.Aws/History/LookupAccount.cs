using System.Text.Json;
using IncidentTrail.Aws.CloudTrail;

namespace IncidentTrail.Aws.History;

/// <summary>The account whose history a page is, from the first record that names its recipient.</summary>
internal static class LookupAccount
{
    /// <summary>The recipient account, or null where no record names one.</summary>
    public static string? Of(LookupPage page)
    {
        foreach (var entry in page.Events)
        {
            if (Member(entry.Json.Span, "CloudTrailEvent"u8) is { } record
                && Member(System.Text.Encoding.UTF8.GetBytes(record), "recipientAccountId"u8) is { Length: > 0 } account)
                return account;
        }

        return null;
    }

    private static string? Member(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isWanted = reader.ValueTextEquals(name);
                reader.Read();
                if (isWanted)
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A record that is not JSON is the reader's to report; the next one may tell the account.
        }

        return null;
    }
}
