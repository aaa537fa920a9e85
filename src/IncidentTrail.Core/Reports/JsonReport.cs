using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IncidentTrail.Json;

namespace IncidentTrail.Reports;

/// <summary>
/// Writes a report as JSON of a schema of ours, which says its name and version. The records are in it as a trail's log has
/// them, so that whatever reads logs reads it, and the incidents can be rebuilt from it.
/// </summary>
internal sealed class JsonReport(ReportNames names, TrailReportOptions options)
{
    private const int Version = 1;

    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes it; the same incidents give the same bytes.</summary>
    internal void Write(TextWriter writer, IReadOnlyList<ReportIncident> incidents)
    {
        var text = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(text, s_options);
        Write(json, incidents, () => Drain(json, text, writer));
        writer.Write('\n');
    }

    // A report may be larger than a text can be.
    private static void Drain(Utf8JsonWriter json, ArrayBufferWriter<byte> text, TextWriter writer)
    {
        json.Flush();
        // Only the indentation has line ends, and they are the system's.
        writer.Write(TextForDisplay.Escaped(Encoding.UTF8.GetString(text.WrittenSpan).Replace("\r\n", "\n", StringComparison.Ordinal)));
        text.ResetWrittenCount();
    }

    private void Write(Utf8JsonWriter json, IReadOnlyList<ReportIncident> incidents, Action drain)
    {
        var records = Records(incidents);
        var writer = new JsonIncident(json, names, records);
        json.WriteStartObject();
        json.WriteString(ReportSchema.Key, ReportSchema.Name);
        json.WriteNumber("Version", Version);
        json.WriteBoolean("IsMasked", !options.IncludeSensitive);
        json.WriteBoolean("IsPseudonymized", names.Hides);
        json.WriteStartArray("Incidents");
        foreach (var incident in incidents)
        {
            writer.Write(incident);
            drain();
        }
        json.WriteEndArray();
        json.WriteStartArray("Coverage");
        foreach (var coverage in incidents.Select(i => i.Incident.Coverage).OfType<TrailCoverage>().Distinct<TrailCoverage>(ReferenceEqualityComparer.Instance))
            JsonCoverage.Write(json, coverage, names);
        json.WriteEndArray();
        json.WriteStartArray("Records");
        // They were written as JSON just now; judged again, none could be nested deeper than .NET's default.
        foreach (var line in records.Lines)
        {
            json.WriteRawValue(line, skipInputValidation: true);
            drain();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        drain();
    }

    // Reads too: an incident that is rebuilt from the report counts them as this one did.
    private JsonRecords Records(IEnumerable<ReportIncident> incidents)
    {
        var records = new JsonRecords(options.IncludeSensitive);
        if (!names.Hides)
        {
            foreach (var trailEvent in incidents.SelectMany(i => i.Events().Concat(i.IsWhole ? i.Incident.Reads.SelectMany(s => s.Records) : [])))
                records.Add(trailEvent);
        }
        return records;
    }
}
