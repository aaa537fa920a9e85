using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Sql;

/// <summary>
/// Rebuilds the JSON of a record from the columns of a row: CloudTrail's spelling, objects where the text is JSON, and nothing for
/// what is NULL. It is not what was delivered: whoever shows it says so.
/// </summary>
internal sealed class RebuiltRecord(IReadOnlyList<TableColumn> columns)
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = int.MaxValue,
    };

    private static readonly JsonReaderOptions s_reading = new() { MaxDepth = int.MaxValue };

    private readonly (TableColumn Column, RecordField Field, string Name)[] _columns =
        [.. columns.Select(column => (column, TrailTable.FieldOf(column.Name)!.Value, ColumnSpelling.Of(column.Name)))];

    /// <summary>Writes the record of a row, whose values are in the order of the columns.</summary>
    internal void Write(IReadOnlyList<string?> values, IBufferWriter<byte> to)
    {
        using var writer = new Utf8JsonWriter(to, s_options);
        writer.WriteStartObject();
        for (var i = 0; i < _columns.Length; i++)
        {
            if (values[i] is not { } value)
                continue;
            var (column, field, name) = _columns[i];
            writer.WritePropertyName(name);
            Write(writer, value, column.Type, field);
        }
        writer.WriteEndObject();
    }

    /// <summary>The JSON that a field's text becomes in a record.</summary>
    internal static byte[] Value(string text, RecordField field)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, s_options))
            Write(writer, text, HiveType.Parse("string"), field);
        return json.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string value, HiveType type, RecordField field)
    {
        if (type.IsNested && TryParse(value) is { } parsed)
        {
            using (parsed)
                WriteNested(writer, parsed.RootElement, type, field);
            return;
        }
        if (field is RecordField.ReadOnly or RecordField.ManagementEvent && bool.TryParse(value, out var flag))
            writer.WriteBooleanValue(flag);
        else if (MayBeObject(field) && IsJson(value))
            writer.WriteRawValue(value, skipInputValidation: true);
        else
            writer.WriteStringValue(value);
    }

    // Every other field is a text, whatever it begins with.
    private static bool MayBeObject(RecordField field) => field is RecordField.UserIdentity or RecordField.RequestParameters
        or RecordField.ResponseElements or RecordField.AdditionalEventData or RecordField.Resources or RecordField.ServiceEventDetails
        or RecordField.Addendum or RecordField.EventContext or RecordField.EdgeDeviceDetails or RecordField.TlsDetails
        or RecordField.Annotation or RecordField.InsightDetails;

    private static void WriteNested(Utf8JsonWriter writer, JsonElement element, HiveType type, RecordField field)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    // A member that is NULL was not there, or was null: nobody can tell any more.
                    if (member.Value.ValueKind == JsonValueKind.Null)
                        continue;
                    writer.WritePropertyName(type.Name == "map" ? member.Name
                        : field == RecordField.Resources ? ColumnSpelling.OfResource(member.Name) : ColumnSpelling.Of(member.Name));
                    WriteNested(writer, member.Value, type.Find([member.Name]) ?? HiveType.Parse("map"), field);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var each in element.EnumerateArray())
                    WriteNested(writer, each, type.Element ?? type, field);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static JsonDocument? TryParse(string value)
    {
        try
        {
            return JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = HostileLimits.DeepestObject });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsJson(string value)
    {
        if (value.AsSpan().TrimStart() is not ['{' or '[', ..])
            return false;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value), s_reading);
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
