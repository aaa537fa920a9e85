using System.Text;
using IncidentTrail.Callers;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Events;

/// <summary>The record an event is made of: lent, or in bytes of its own, and its fields read from there.</summary>
/// <param name="source">The record in an array of bytes of its own, or the loan of the chunk it stands in.</param>
/// <param name="start">Where it stands in the chunk.</param>
/// <param name="length">Its length.</param>
/// <param name="present">The fields it holds, a bit each.</param>
internal struct EventBytes(object source, int start, int length, ulong present)
{
    // Changes from a loan to an array, and never back, while other threads read: taken once for each reading.
    private object _source = source;

    internal string Json
    {
        get
        {
            using var held = Hold();
            return Encoding.UTF8.GetString(held.Json);
        }
    }

    /// <summary>The fields that have no property of their own.</summary>
    internal TrailObject? Others
    {
        get
        {
            using var held = Hold();
            return RecordOthers.Find(held.Json);
        }
    }

    /// <summary>The record, to be read.</summary>
    internal HeldRecord Hold()
    {
        var held = Volatile.Read(ref _source);
        return new HeldRecord(held, held is RecordLoan loan
            ? new RecordBytes(loan.Bytes, start, length, present)
            : new RecordBytes((byte[])held, 0, length, present));
    }

    /// <summary>Takes bytes of its own in place of a loan. Who is reading the loan meanwhile reads it to the end.</summary>
    internal void Own()
    {
        using var held = Hold();
        Volatile.Write(ref _source, held.Record.Copy());
    }

    internal TrailCaller Caller(bool consoleSession)
    {
        using var held = Hold();
        return CallerPool.OfThread.Get(
            held.Get(RecordField.UserIdentity), held.Get(RecordField.SourceIPAddress), held.Get(RecordField.EventType), consoleSession);
    }

    internal string? Text(RecordField field)
    {
        using var held = Hold();
        return RecordText.Get(held.Get(field));
    }

    /// <summary>A text that many events have alike: one string for all of them.</summary>
    internal string? Repeated(RecordField field)
    {
        using var held = Hold();
        return RecordText.Get(held.Get(field), TextPool.OfThread);
    }

    internal bool? Flag(RecordField field)
    {
        using var held = Hold();
        return RecordText.GetBoolean(held.Get(field));
    }

    internal bool IsPresent(RecordField field)
    {
        using var held = Hold();
        return RecordText.IsPresent(held.Get(field));
    }

    internal object? Value(RecordField field)
    {
        using var held = Hold();
        return held.Get(field) is { IsEmpty: false } raw ? TrailValue.Parse(raw) : null;
    }
}
