using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>What an object of a log is, and where in it the record or the list stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where what it holds begins.</param>
/// <param name="End">Where that ends.</param>
/// <param name="Marks">What else its keys tell.</param>
internal readonly record struct RecordForm(RecordFormKind Kind, int Start = 0, int End = 0, RecordMarks Marks = RecordMarks.None)
{
    /// <summary>How nearly every record begins. Notifications of S3 have the same fields, and another version.</summary>
    internal static ReadOnlySpan<byte> Ordinary => "{\"eventVersion\":\"1."u8;

    internal bool Has(RecordMarks mark) => (Marks & mark) != 0;

    /// <summary>
    /// Tells the form by the object's keys. Nearly every object of a log is a record that begins with its version, as
    /// CloudTrail writes it, and is not looked into here. Others can have keys of both: an envelope has the names of
    /// some fields, and a record may have a field named as an envelope's.
    /// </summary>
    internal static RecordForm Of(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(Ordinary))
            return new RecordForm(RecordFormKind.Record, 0, json.Length, RecordMarks.Identity | RecordMarks.Whole | RecordMarks.Telling);
        var found = new RecordForm(RecordFormKind.Foreign);
        var marks = RecordMarks.None;
        bool hasField = false, hasExactField = false, hasVersion = false, hasIdentity = false, isBridge = false;
        var at = 1;
        JsonWalker.SkipSpace(json, ref at);
        while (at < json.Length && json[at] == '"')
        {
            var key = at + 1;
            if (!JsonWalker.TrySkipString(json, ref at))
                return new RecordForm(RecordFormKind.Broken);
            var name = json[key..(at - 1)];
            if (!JsonWalker.TrySkipColon(json, ref at))
                return new RecordForm(RecordFormKind.Broken);
            var value = at;
            if (!JsonWalker.TrySkipValue(json, ref at))
                return new RecordForm(RecordFormKind.Broken);
            if (name.SequenceEqual("detail-type"u8))
                isBridge = true;
            else if (RecordFieldNames.TryFind(name, out var field, out var exact))
            {
                hasField = true;
                hasExactField |= exact;
                hasVersion |= exact && field == RecordField.EventVersion;
                hasIdentity |= exact && field == RecordField.UserIdentity && json[value] == '{';
                marks |= MarksOf(field, exact, json[value..at]);
            }
            else if (name.SequenceEqual("s3"u8) && json[value] == '{' && json[value..at].IndexOf("\"object\""u8) >= 0)
                marks |= RecordMarks.Notification;
            else if (found.Kind is RecordFormKind.Foreign or RecordFormKind.Inner && KindOf(name, json[value..at]) is { } kind)
                found = new RecordForm(kind, value, at);
            JsonWalker.SkipSpace(json, ref at);
            if (at < json.Length && json[at] == ',')
                at++;
            JsonWalker.SkipSpace(json, ref at);
        }
        if (at != json.Length - 1 || json[at] != '}')
            return new RecordForm(RecordFormKind.Broken);
        var isEnvelope = !hasIdentity && found.Kind switch
        {
            RecordFormKind.Text => true,
            RecordFormKind.Inner => isBridge && !hasVersion,
            _ => !hasExactField,
        };
        marks |= (hasField ? RecordMarks.Fields : 0) | (hasIdentity ? RecordMarks.Identity : 0);
        if ((marks & RecordMarks.Name) != 0 && (marks & (RecordMarks.Source | RecordMarks.Time)) != 0)
            marks |= RecordMarks.Telling;
        var form = hasField && !(isEnvelope && found.Kind != RecordFormKind.Foreign) ? new RecordForm(RecordFormKind.Record, 0, json.Length)
            : isEnvelope ? found : new RecordForm(RecordFormKind.Foreign);
        return form with { Marks = marks };
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
        RecordField.EventId or RecordField.AwsRegion or RecordField.UserIdentity => RecordMarks.None,
        _ => RecordMarks.Column,
    };

    /// <summary>True for the keys that hold lists of records or envelopes.</summary>
    internal static bool IsListKey(ReadOnlySpan<byte> name) =>
        name.Length is >= 6 and <= 9 && (Ascii.EqualsIgnoreCase(name, "Records"u8) || Ascii.EqualsIgnoreCase(name, "Events"u8)
            || Ascii.EqualsIgnoreCase(name, "logEvents"u8) || Ascii.EqualsIgnoreCase(name, "results"u8) || Ascii.EqualsIgnoreCase(name, "Messages"u8));

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
