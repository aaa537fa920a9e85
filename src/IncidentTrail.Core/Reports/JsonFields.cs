using System.Text.Json;

namespace IncidentTrail.Reports;

/// <summary>Writes fields of a JSON report: times as ISO text in UTC, names as the report has them, null where there is nothing.</summary>
internal abstract class JsonFields(Utf8JsonWriter json, ReportNames names)
{
    protected void Text(string name, string? text) => String(name, text is null ? null : names.Text(text));

    protected void Free(string name, string? text) => String(name, text is null ? null : names.Free(text));

    protected void Caller(string name, string? caller) => String(name, caller is null ? null : names.Caller(caller));

    protected void Texts(string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(names.Text(text));
        json.WriteEndArray();
    }

    protected void String(string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }

    protected void Time(string name, DateTime? timeUtc) => String(name, timeUtc is null ? null : ReportText.IsoTime(timeUtc));

    protected void Number(string name, long? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    protected void Flag(string name, bool? flag)
    {
        if (flag is { } value)
            json.WriteBoolean(name, value);
        else
            json.WriteNull(name);
    }
}
