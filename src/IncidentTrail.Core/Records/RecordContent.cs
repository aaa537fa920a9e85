using System.Collections;
using System.Globalization;
using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>
/// What a record says, however it is written: the order of its keys, white space, escapes, and the spelling of a number are no
/// part of it; the order of a list is, and null is not the same as nothing, nor <c>"100"</c> as <c>100</c>. Slow, and asked only of
/// copies of one event that are written differently.
/// </summary>
internal static class RecordContent
{
    internal static SeededHash HashOf(ReadOnlySpan<byte> json) => HashOf(TrailValue.Parse(json));

    /// <summary>The same of a value of a record.</summary>
    internal static SeededHash HashOf(object? value)
    {
        var written = new StringBuilder();
        Write(written, value);
        return SeededHasher.Of(Encoding.UTF8.GetBytes(written.ToString()));
    }

    private static void Write(StringBuilder written, object? value)
    {
        switch (value)
        {
            case null:
                written.Append("null");
                break;
            case bool flag:
                written.Append(flag ? "true" : "false");
                break;
            case long or decimal:
                // Division takes the zeros behind the point away.
                written.Append((Convert.ToDecimal(value, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
                break;
            case IDictionary members:
                foreach (var name in members.Keys.Cast<string>().Order(StringComparer.Ordinal))
                {
                    WriteText(written.Append('{'), name);
                    Write(written, members[name]);
                }
                written.Append('}');
                break;
            case object?[] items:
                foreach (var item in items)
                    Write(written.Append('['), item);
                written.Append(']');
                break;
            default:
                WriteText(written, value.ToString()!);
                break;
        }
    }

    // Its length stands before a text, so that no text passes for more than one.
    private static void WriteText(StringBuilder written, string text) =>
        written.Append('"').Append(text.Length).Append(':').Append(text);
}
