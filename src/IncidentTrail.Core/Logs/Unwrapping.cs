using System.Text;
using IncidentTrail.Forms;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>
/// Takes an object that does not begin as CloudTrail's records do: a record written otherwise, something that holds records,
/// a row that was one, or something else. What holds records is looked through member by member, however deep, but never
/// inside a record: what somebody sent as a parameter must not pass for one.
/// </summary>
internal sealed class Unwrapping(TrailLog log, RecordSelector selector)
{
    // What packed texts came to.
    private long _unpacked;

    /// <summary>False where the object is broken.</summary>
    internal bool Take(ReadOnlySpan<byte> json, in Wrapping around)
    {
        var form = RecordForm.Of(json);
        if (form.Kind == RecordFormKind.Broken)
            return TakePython(json, around);
        if (form.Has(RecordMarks.Notification))
            return selector.Account.NoRecord(LogForms.Notification);
        if (form.Has(RecordMarks.TakenApart))
            return selector.Account.NoRecord(LogForms.Row);
        var isSearched = around.Kind == WrappingKind.Searched;
        if (form.Kind == RecordFormKind.Digest || (form.Kind == RecordFormKind.Foreign && log.Kind == TrailLogKind.OtherService))
        {
            if (around.Nesting == 0)
                return selector.Account.Leave();
        }
        var isRecord = form.Has(RecordMarks.Fields) && !form.Has(RecordMarks.Delivery) && (!isSearched || form.Has(RecordMarks.Telling));
        if (isRecord && (form.Has(RecordMarks.Identity) || (log.IsDelivered && form.Kind == RecordFormKind.Record)))
            return selector.TakeRecord(json, around);
        if (!around.IsTooDeep && (!log.IsDelivered || form.Kind != RecordFormKind.Foreign) && HoldsAny(json, around))
            return true;
        if (IsAction(form, json))
        {
            if (isSearched)
                return true;
            // Alone it is the catalogue's own object only where it says what its action is about; else somebody's chosen columns.
            if (json.IndexOf("\"ResourceKind\""u8) >= 0)
                return selector.Account.NoRecord(LogForms.Action);
        }
        if (isRecord && IsWhole(form) && (form.Has(RecordMarks.Caller) || !RowRecord.HasCallerAside(json)))
            return selector.TakeRecord(json, around);
        isRecord &= form.Has(RecordMarks.Name | RecordMarks.Source | RecordMarks.Time | RecordMarks.Caller);
        if (!form.Has(RecordMarks.Delivery) && (isRecord || RowRecord.Looks(json)))
            return TakeRow(json, around);
        return isSearched || TakeForeign(json, around);
    }

    // A name and its service with an access is no call, but what the catalogue says of its action: an event of this module as
    // ConvertTo-Json writes it has one beside its record.
    private static bool IsAction(RecordForm form, ReadOnlySpan<byte> json) => json.IndexOf("\"Access\""u8) >= 0
        && form.Has(RecordMarks.Source) && !form.Has(RecordMarks.Time | RecordMarks.Id | RecordMarks.Whole | RecordMarks.Account | RecordMarks.Column);

    // What has neither a version nor a caller, nor its type, is a row that somebody chose: who called would be Unknown, and
    // root would pass for somebody else.
    private static bool IsWhole(RecordForm form) =>
        form.Has(RecordMarks.Whole)
        || (form.Has(RecordMarks.Time) ? !form.Has(RecordMarks.Name | RecordMarks.Column) : form.Has(RecordMarks.Account) || !form.Has(RecordMarks.Column));

    /// <summary>Takes what begins as a record and has no caller, where it is a row, or holds its record as data.</summary>
    internal bool IsOther(ReadOnlySpan<byte> json, in Wrapping around, RecordFields fields) =>
        RowRecord.HasCallerAside(json) ? TakeRow(json, around) : !fields.Has(RecordField.EventName) && HoldsAny(json, around);

    /// <summary>Takes a text that may be a record, or hold some.</summary>
    internal void TakeText(string text, in Wrapping around)
    {
        text = text.Trim().Trim('\uFEFF', '\0');
        if (PackedText.Begins(text) && _unpacked > HostileLimits.PackedBudget + (selector.Search.Read * HostileLimits.PackedBudgetPerByte))
        {
            selector.Broken(
                Encoding.UTF8.GetBytes(text), "is packed, as was more before it than one log is unpacked, and was passed over", EngineRemedies.PackedTooMuch);
            return;
        }
        if (PackedText.Unpack(text, ref _unpacked) is { } unpacked)
        {
            TakeDocument(unpacked, around with { Touched = true });
            return;
        }
        if (text.StartsWith("@{", StringComparison.Ordinal) && text.Contains("event", StringComparison.OrdinalIgnoreCase))
        {
            selector.Account.NoRecord(LogForms.LostCaller);
            return;
        }
        var start = text is ['{' or '[' or '"', ..] ? 0
            : LinePrefix.Begins(text) ? text.IndexOf('{')
            : TextBeside.IsOfRecord(text) && TextBeside.Before(text) is var before and > 0 ? before : -1;
        if (start >= 0)
            TakeDocument(Encoding.UTF8.GetBytes(text[start..]), around);
        else if (around.Kind == WrappingKind.Message)
            selector.Account.NoRecord(LogForms.Messages);
    }

    private void TakeDocument(byte[] json, in Wrapping around)
    {
        if (around.IsTooDeep || (around.Kind == WrappingKind.Searched && !Mentions(json)))
            return;
        if (PythonPiece.Begins(json) && PythonPiece.Length(json) == json.Length && selector.TakeObject(json, around))
            return;
        var pieces = new List<Element>();
        var (end, next) = ElementScanner.Scan(json, 0, inList: false, pieces);
        if (pieces is [{ Kind: ElementKind.Object, Start: 0 }] && next == json.Length && end == ScanEnd.NeedMore)
        {
            if (!selector.TakeObject(json, around))
                selector.Broken(json, "holds text that is not a record and was passed over");
        }
        else
            selector.TakeList(json, IsRecords(json, pieces) ? around with { Kind = WrappingKind.Listed } : around);
    }

    // Text that begins with a record holds records, wherever it was found: what is broken in it is lost.
    private static bool IsRecords(ReadOnlySpan<byte> json, List<Element> pieces) =>
        pieces is [{ Kind: ElementKind.Object } first, ..] ? RecordForm.Of(json[first.Start..first.End]).Has(RecordMarks.Telling)
        : json.StartsWith(RecordForm.Ordinary);

    // True where it held anything.
    private bool HoldsAny(ReadOnlySpan<byte> json, in Wrapping around)
    {
        var before = selector.Account.Count;
        var members = new JsonMembers(json);
        var inside = around with { Envelope = EnvelopeOf(json) ?? around.Envelope };
        var isMessage = IsMessage(json);
        var (isAnswer, hasToken) = (false, false);
        while (members.MoveNext())
        {
            isAnswer |= AnswerPages.IsList(members.Name, members.Value);
            hasToken |= AnswerPages.IsToken(members.Name, members.Value);
            if (!RecordFieldNames.TryFind(members.Name, out _, out _))
                TakeMember(members.Name, members.Value, inside, isMessage);
        }
        if (isAnswer && around.Kind != WrappingKind.Searched)
            selector.Pages.Add(hasToken);
        return selector.Account.Count > before;
    }

    private void TakeMember(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, in Wrapping around, bool isMessage)
    {
        var kind = WrappingNames.KindOf(name, isMessage) ?? WrappingKind.Searched;
        switch (value[0])
        {
            case (byte)'{':
                selector.TakeObject(value, around.In(kind));
                break;
            case (byte)'[':
                if (WrappingNames.IsOfList(name) && value[1..^1].Trim(" \n\r\t"u8).IsEmpty)
                    selector.Account.NoRecord(null);
                else
                    selector.TakeList(value[1..^1], around.In(kind));
                break;
            case (byte)'n' when kind == WrappingKind.Listed:
                selector.Account.NoRecord(WrappingNames.IsRecordText(name) ? LogForms.Row : null);
                break;
            case (byte)'n' when kind == WrappingKind.Message:
                selector.Account.NoRecord(LogForms.Row);
                break;
            case (byte)'"':
                TakeString(name, value, around.In(kind));
                break;
        }
    }

    private void TakeString(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, in Wrapping around)
    {
        if (around.Kind == WrappingKind.Searched && !MayHold(value))
            return;
        var before = selector.Account.Count;
        var text = JsonText.Decode(value[1..^1]);
        if (around.Kind == WrappingKind.Message && string.IsNullOrWhiteSpace(text))
            selector.Account.NoRecord(LogForms.Row);
        else
            TakeText(text, around);
        if (around.Kind == WrappingKind.Listed && WrappingNames.IsRecordText(name) && selector.Account.Count == before)
            selector.Account.NoRecord(LogForms.Row);
    }

    // Takes a row that was a record, if it can be built again.
    private bool TakeRow(ReadOnlySpan<byte> json, in Wrapping around)
    {
        if (RowRecord.Rebuild(json) is { } rebuilt)
            return selector.TakeRecord(rebuilt, around);
        return selector.Account.NoRecord(LogForms.Row);
    }

    private bool TakeForeign(ReadOnlySpan<byte> json, in Wrapping around)
    {
        if ((ForeignObject.Of(json) ?? (around.Kind == WrappingKind.Message || selector.Texts.HasPrefixes || IsBridge(json) ? LogForms.Messages : null)) is { } form)
            return selector.Account.NoRecord(form);
        if (!log.IsDelivered)
            return selector.Account.NoRecord(LogForms.Unknown);
        selector.Broken(json, "is not a CloudTrail record and was passed over");
        return true;
    }

    private bool TakePython(ReadOnlySpan<byte> json, in Wrapping around)
    {
        var at = 1;
        JsonWalker.SkipSpace(json, ref at);
        if (log.IsDelivered || at >= json.Length || json[at] != '\'' || !PythonText.TryRead(Encoding.UTF8.GetString(json), out var value))
            return false;
        return selector.TakeObject(Encoding.UTF8.GetBytes(JsonLine.Write(value)), around with { Touched = true });
    }

    // EventBridge's events name the account and the Region that they come from.
    private static RecordEnvelope? EnvelopeOf(ReadOnlySpan<byte> json) =>
        json.IndexOf("\"detail\""u8) >= 0 ? RecordEnvelope.Of(json) : null;

    private static bool IsBridge(ReadOnlySpan<byte> json) => json.IndexOf("\"detail-type\""u8) >= 0;

    // What stands beside a message in CloudWatch Logs, a queue, a topic or a bus.
    private static bool IsMessage(ReadOnlySpan<byte> json)
    {
        for (var members = new JsonMembers(json); members.MoveNext();)
        {
            if (WrappingNames.IsBesideMessage(members.Name))
                return true;
        }
        return false;
    }

    private static bool MayHold(ReadOnlySpan<byte> value)
    {
        var text = value[1..^1].TrimStart(" "u8);
        return text is [(byte)'{' or (byte)'[' or (byte)'\\', ..] || PackedText.Begins(text) || text.IndexOf("{\\\"event"u8) >= 0;
    }

    /// <summary>False for JSON in which nobody need look for a record.</summary>
    internal static bool Mentions(ReadOnlySpan<byte> json) =>
        json.IndexOf("ventName"u8) >= 0 || json.IndexOf("ventVersion"u8) >= 0 || json.IndexOf("vent_"u8) >= 0 || json.IndexOf("H4sI"u8) >= 0
        || json.IndexOf("\"eyJ"u8) >= 0 || json.IndexOf("\"ewo"u8) >= 0;
}
