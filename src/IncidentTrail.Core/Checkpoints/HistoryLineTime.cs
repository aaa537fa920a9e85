using System.Text.Json;

namespace IncidentTrail.Checkpoints;

/// <summary>When a record of history happened, by its line.</summary>
internal static class HistoryLineTime
{
    /// <summary>The time, in UTC; null where the line does not tell.</summary>
    internal static DateTime? Of(byte[] line)
    {
        try
        {
            using var record = JsonDocument.Parse(line);
            return record.RootElement.ValueKind == JsonValueKind.Object && record.RootElement.TryGetProperty("eventTime", out var time)
                && time.ValueKind == JsonValueKind.String && time.TryGetDateTime(out var at) ? at.ToUniversalTime() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
