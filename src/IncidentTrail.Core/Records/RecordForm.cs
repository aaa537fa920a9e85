using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>What an object of a log is, by its keys.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Marks">What else its keys tell.</param>
internal readonly record struct RecordForm(RecordFormKind Kind, RecordMarks Marks = RecordMarks.None)
{
    /// <summary>How nearly every record begins. Notifications of S3 have the same fields, and another version.</summary>
    internal static ReadOnlySpan<byte> Ordinary => "{\"eventVersion\":\"1."u8;

    /// <summary>The keys that hold lists of records or envelopes.</summary>
    internal static string[] ListKeys { get; } = ["Records", "Events", "logEvents", "results", "Messages"];

    internal bool Has(RecordMarks mark) => (Marks & mark) != 0;

    /// <summary>
    /// Tells the form by the object's keys. Nearly every object of a log is a record that begins with its version, as
    /// CloudTrail writes it, and is not looked into here. Others can have keys of both: an envelope has the names of
    /// some fields, and a record may have a field named as an envelope's.
    /// </summary>
    internal static RecordForm Of(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(Ordinary))
            return new RecordForm(RecordFormKind.Record, RecordMarks.Identity | RecordMarks.Whole | RecordMarks.Telling);
        var found = RecordFormKind.Foreign;
        var marks = RecordMarks.None;
        bool hasField = false, hasExactField = false, hasVersion = false, hasIdentity = false, isBridge = false;
        var members = new JsonMembers(json);
        while (members.MoveNext())
        {
            var name = members.Name;
            var value = members.Value;
            if (name.SequenceEqual("detail-type"u8))
                isBridge = true;
            else if (RecordFieldNames.TryFind(name, out var field, out var exact))
            {
                hasField = true;
                hasExactField |= exact;
                hasVersion |= exact && field == RecordField.EventVersion;
                hasIdentity |= exact && field == RecordField.UserIdentity && value[0] == '{';
                marks |= MarksOf(field, exact, value);
            }
            else if (name.SequenceEqual("s3"u8) && value[0] == '{' && value.IndexOf("\"object\""u8) >= 0)
                marks |= RecordMarks.Notification;
            else if (found is RecordFormKind.Foreign or RecordFormKind.Inner && KindOf(name, value) is { } kind)
                found = kind;
        }
        if (!members.IsAtEnd)
            return new RecordForm(RecordFormKind.Broken);
        var isEnvelope = !hasIdentity && found switch
        {
            RecordFormKind.Text => true,
            RecordFormKind.Inner => isBridge && !hasVersion,
            _ => !hasExactField,
        };
        marks |= (hasField ? RecordMarks.Fields : 0) | (hasIdentity ? RecordMarks.Identity : 0);
        if ((marks & RecordMarks.Name) != 0 && (marks & (RecordMarks.Source | RecordMarks.Time)) != 0)
            marks |= RecordMarks.Telling;
        return new RecordForm(
            hasField && (!isEnvelope || found == RecordFormKind.Foreign) ? RecordFormKind.Record
                : isEnvelope ? found : RecordFormKind.Foreign,
            marks);
    }

    // What Lambda gets of a queue has the fields of a record, and a source that is no service's address.
    private static RecordMarks MarksOf(RecordField field, bool exact, ReadOnlySpan<byte> value) => field switch
    {
        RecordField.EventName or RecordField.EventSource when value[0] is (byte)'{' or (byte)'[' => RecordMarks.TakenApart,
        RecordField.EventVersion => RecordMarks.Whole,
        RecordField.UserIdentity when value[0] != 'n' && value.Length > 2 => RecordMarks.Whole | RecordMarks.Caller,
        RecordField.EventSource when value.StartsWith("\"aws:"u8) => RecordMarks.Delivery,
        RecordField.EventSource => RecordMarks.Source,
        RecordField.EventName => RecordMarks.Name,
        RecordField.EventTime => RecordMarks.Time,
        // Each record that was delivered has its type; nobody chooses it as a column and leaves out who called.
        RecordField.EventType when exact => RecordMarks.Whole,
        RecordField.RecipientAccountId when exact => RecordMarks.Account,
        RecordField.EventId => RecordMarks.Id,
        RecordField.AwsRegion or RecordField.UserIdentity => RecordMarks.None,
        _ => RecordMarks.Column,
    };

    /// <summary>True for the keys that hold lists of records or envelopes.</summary>
    internal static bool IsListKey(ReadOnlySpan<byte> name)
    {
        foreach (var key in ListKeys)
        {
            if (Ascii.EqualsIgnoreCase(name, key))
                return true;
        }
        return false;
    }

    private static RecordFormKind? KindOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => value[0] switch
    {
        (byte)'[' when IsListKey(name) => RecordFormKind.List,
        (byte)'[' when name.SequenceEqual("logFiles"u8) => RecordFormKind.Digest,
        (byte)'{' when name.SequenceEqual("detail"u8) => RecordFormKind.Inner,
        (byte)'"' when IsTextKey(name) && HoldsObject(value) => RecordFormKind.Text,
        _ => null,
    };

    private static bool IsTextKey(ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(name, "CloudTrailEvent"u8) || name.SequenceEqual("message"u8) || name.SequenceEqual("@message"u8);

    private static bool HoldsObject(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (at < text.Length && (text[at] == ' ' || text[at..].StartsWith("\\n"u8) || text[at..].StartsWith("\\r"u8) || text[at..].StartsWith("\\t"u8)))
            at += text[at] == ' ' ? 1 : 2;
        return text[at] == '{' || text[at..].StartsWith("\\u007b"u8) || text[at..].StartsWith("\\u007B"u8);
    }
}
