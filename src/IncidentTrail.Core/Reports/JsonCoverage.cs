using System.Text.Json;

namespace IncidentTrail.Reports;

/// <summary>Writes what was read for a JSON report.</summary>
internal static class JsonCoverage
{
    internal static void Write(Utf8JsonWriter json, TrailCoverage coverage, ReportNames names)
    {
        json.WriteStartObject();
        json.WriteBoolean("IsComplete", coverage.IsComplete);
        json.WriteNumber("LogsListed", coverage.LogsListed);
        json.WriteNumber("LogsRead", coverage.LogsRead);
        json.WriteNumber("LogsFailed", coverage.LogsFailed);
        json.WriteNumber("LogsSkipped", coverage.LogsSkipped);
        json.WriteNumber("RecordsRead", coverage.RecordsRead);
        json.WriteNumber("RecordsKept", coverage.RecordsKept);
        json.WriteNumber("RecordsDropped", coverage.RecordsDropped);
        json.WriteNumber("RecordsDuplicate", coverage.RecordsDuplicate);
        json.WriteNumber("RecordsConflicting", coverage.RecordsConflicting);
        json.WriteNumber("RecordsInvalid", coverage.RecordsInvalid);
        json.WriteNumber("RecordsWithoutTime", coverage.RecordsWithoutTime);
        json.WriteNumber("RecordsLate", coverage.RecordsLate);
        if (coverage.NewestDeliveryUtc is { } newest)
            json.WriteString("NewestDeliveryUtc", ReportText.IsoTime(newest));
        else
            json.WriteNull("NewestDeliveryUtc");
        // A fault names places, and a place may name a person.
        json.WriteStartArray("Faults");
        if (!names.Hides)
        {
            foreach (var fault in coverage.Faults)
                json.WriteStringValue(fault.Message);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
