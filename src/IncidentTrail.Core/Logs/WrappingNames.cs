using System.Text;
using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>The names of what holds records or messages, each once.</summary>
internal static class WrappingNames
{
    private static readonly string[] s_lists = [.. RecordForm.ListKeys, "QueryResultRows", "CloudTrailEvent"];

    private static readonly string[] s_maybeEmpty = ["hits", "rows", "value", "Entries", "data"];

    private static readonly string[] s_messages = ["message", "@message", "Body", "detail", "Message"];

    private static readonly string[] s_besideMessages =
        ["timestamp", "@timestamp", "ingestionTime", "TopicArn", "MessageId", "ReceiptHandle", "detail-type", "@ptr", "logStreamName"];

    /// <summary>What stands under a name; null where that is not known. A message is one only beside its time or id.</summary>
    internal static WrappingKind? KindOf(ReadOnlySpan<byte> name, bool isMessage) =>
        Is(name, s_lists) ? WrappingKind.Listed : isMessage && Is(name, s_messages) ? WrappingKind.Message : null;

    /// <summary>True for a name under which an empty list means that there is no record.</summary>
    internal static bool IsOfList(ReadOnlySpan<byte> name) => Is(name, s_lists) || Is(name, s_maybeEmpty);

    /// <summary>True for a name under which the record itself stands, as text.</summary>
    internal static bool IsRecordText(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(name, "CloudTrailEvent");

    internal static bool IsBesideMessage(ReadOnlySpan<byte> name) => Is(name, s_besideMessages);

    private static bool Is(ReadOnlySpan<byte> name, string[] names)
    {
        foreach (var known in names)
        {
            if (Ascii.EqualsIgnoreCase(name, known))
                return true;
        }
        return false;
    }
}
