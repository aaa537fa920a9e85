using System.Text;

namespace IncidentTrail.Reading;

/// <summary>
/// The record an event is made of: lent, or in bytes of its own, and its fields read from there. Whoever reads holds what it
/// is read from until it is read: a chunk whose events nobody knows any more is used for other records.
/// </summary>
/// <param name="source">The record in an array of bytes of its own, or the loan of the chunk it stands in.</param>
/// <param name="start">Where it stands in the chunk.</param>
/// <param name="length">Its length.</param>
/// <param name="present">The fields it holds, a bit each.</param>
internal struct EventBytes(object source, int start, int length, ulong present)
{
    // Changes from a loan to an array, and never back, while other threads read: taken once for each reading.
    private object _source = source;

    /// <summary>The record. What it is read from must be kept, by <see cref="GC.KeepAlive"/> on the event behind the last use.</summary>
    internal RecordBytes Record => RecordOf(Volatile.Read(ref _source));

    internal string Json
    {
        get
        {
            var held = Volatile.Read(ref _source);
            var text = Encoding.UTF8.GetString(RecordOf(held).Json);
            GC.KeepAlive(held);
            return text;
        }
    }

    /// <summary>The fields that have no property of their own.</summary>
    internal TrailObject? Others
    {
        get
        {
            var held = Volatile.Read(ref _source);
            var found = RecordOthers.Find(RecordOf(held).Json);
            GC.KeepAlive(held);
            return found;
        }
    }

    /// <summary>Takes bytes of its own in place of a loan. Who is reading the loan meanwhile reads it to the end.</summary>
    internal void Own() => Volatile.Write(ref _source, Record.Copy());

    internal TrailCaller Caller(bool consoleSession)
    {
        var held = Volatile.Read(ref _source);
        var record = RecordOf(held);
        var caller = CallerPool.OfThread.Get(
            record.Get(RecordField.UserIdentity), record.Get(RecordField.SourceIPAddress), record.Get(RecordField.EventType),
            consoleSession);
        GC.KeepAlive(held);
        return caller;
    }

    internal string? Text(RecordField field)
    {
        var held = Volatile.Read(ref _source);
        var text = RecordText.Get(RecordOf(held).Get(field));
        GC.KeepAlive(held);
        return text;
    }

    /// <summary>A text that many events have alike: one string for all of them.</summary>
    internal string? Repeated(RecordField field)
    {
        var held = Volatile.Read(ref _source);
        var text = RecordText.Get(RecordOf(held).Get(field), TextPool.OfThread);
        GC.KeepAlive(held);
        return text;
    }

    internal bool? Flag(RecordField field)
    {
        var held = Volatile.Read(ref _source);
        var flag = RecordText.GetBoolean(RecordOf(held).Get(field));
        GC.KeepAlive(held);
        return flag;
    }

    internal bool IsPresent(RecordField field)
    {
        var held = Volatile.Read(ref _source);
        var present = RecordText.IsPresent(RecordOf(held).Get(field));
        GC.KeepAlive(held);
        return present;
    }

    internal object? Value(RecordField field)
    {
        var held = Volatile.Read(ref _source);
        var value = RecordOf(held).Get(field) is { IsEmpty: false } raw ? TrailValue.Parse(raw) : null;
        GC.KeepAlive(held);
        return value;
    }

    private readonly RecordBytes RecordOf(object held) => held is RecordLoan loan
        ? new RecordBytes(loan.Bytes, start, length, present)
        : new RecordBytes((byte[])held, 0, length, present);
}
