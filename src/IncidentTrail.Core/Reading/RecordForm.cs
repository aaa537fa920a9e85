namespace IncidentTrail.Reading;

/// <summary>What an object of a log is, and where in it the record or the list stands.</summary>
internal readonly record struct RecordForm(RecordFormKind Kind, int Start = 0, int End = 0)
{
    /// <summary>
    /// Tells the form by the object's keys. Nearly every object of a log is a record that begins with its version, as
    /// CloudTrail writes it, and is not looked into here.
    /// </summary>
    internal static RecordForm Of(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("{\"eventVersion\""u8))
            return new RecordForm(RecordFormKind.Record, 0, json.Length);
        var at = 1;
        var found = new RecordForm(RecordFormKind.Foreign);
        var isRecord = false;
        var isBridge = false;
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
            else if (RecordFieldNames.TryFind(name, out _, out _))
                isRecord = true;
            else if (found.Kind is RecordFormKind.Foreign or RecordFormKind.Inner && KindOf(name, json[value]) is { } kind)
                found = new RecordForm(kind, value, at);
            JsonWalker.SkipSpace(json, ref at);
            if (at < json.Length && json[at] == ',')
                at++;
            JsonWalker.SkipSpace(json, ref at);
        }
        if (at != json.Length - 1 || json[at] != '}')
            return new RecordForm(RecordFormKind.Broken);
        if (found.Kind == RecordFormKind.Inner && !isBridge)
            found = new RecordForm(RecordFormKind.Foreign);
        return isRecord && found.Kind is not (RecordFormKind.Text or RecordFormKind.List)
            ? new RecordForm(RecordFormKind.Record, 0, json.Length)
            : found;
    }

    /// <summary>True for the keys that hold lists of records or envelopes.</summary>
    internal static bool IsListKey(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("Records"u8) || name.SequenceEqual("Events"u8) || name.SequenceEqual("events"u8)
        || name.SequenceEqual("logEvents"u8) || name.SequenceEqual("records"u8);

    private static RecordFormKind? KindOf(ReadOnlySpan<byte> name, byte first) => first switch
    {
        (byte)'[' when IsListKey(name) => RecordFormKind.List,
        (byte)'[' when name.SequenceEqual("logFiles"u8) => RecordFormKind.Digest,
        (byte)'{' when name.SequenceEqual("detail"u8) => RecordFormKind.Inner,
        (byte)'"' when System.Text.Ascii.EqualsIgnoreCase(name, "CloudTrailEvent"u8) => RecordFormKind.Text,
        (byte)'"' when name.SequenceEqual("message"u8) || name.SequenceEqual("@message"u8) => RecordFormKind.Text,
        _ => null,
    };
}
