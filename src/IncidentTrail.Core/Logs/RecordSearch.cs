using System.Buffers;
using IncidentTrail.Forms;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>
/// Finds where the next record begins behind a broken one. One a log, since it has a budget: each place that only looks
/// like a beginning is walked through, and a hostile log of nothing but beginnings must not cost the square of its length.
/// </summary>
internal sealed class RecordSearch
{
    private static readonly SearchValues<byte> s_ofJson = SearchValues.Create("\"{}[]\n"u8);

    private RecordFields? _fields;
    private long _budget = HostileLimits.SearchBudget;

    /// <summary>Bytes of the log so far.</summary>
    internal long Read { get; private set; }

    /// <summary>True where so much was searched in vain that nothing more is.</summary>
    internal bool IsExhausted => _budget <= 0;

    /// <summary>Each byte of the log pays for some searching.</summary>
    internal void Earn(int bytes)
    {
        _budget = Math.Min(HostileLimits.SearchBudget, _budget + ((long)bytes * HostileLimits.SearchBudgetPerByte));
        Read += bytes;
    }

    /// <summary>Where the next record begins behind a piece, or -1.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="from">From where.</param>
    /// <param name="inVain">How many bytes were split in vain, because the piece has no end: they are paid for as well.</param>
    internal int Next(ReadOnlySpan<byte> data, int from, int inVain)
    {
        _budget -= inVain;
        return Find(data, from, data.Length);
    }

    /// <summary>
    /// The first place between the two where a record or its envelope begins, or -1; it may end behind them. It is a brace
    /// from which a whole object with the fields of a record can be read. A brace after a colon is a record's own inner
    /// object, whatever fields it has: what somebody sent as a parameter must not pass for a record.
    /// </summary>
    internal int Find(ReadOnlySpan<byte> data, int from, int to)
    {
        while (from < to && !IsExhausted)
        {
            var next = data[from..to].IndexOf((byte)'{');
            if (next < 0)
                return -1;
            from += next;
            if (FollowsSeparator(data, from) && IsRecord(data[from..]))
                return from;
            from++;
        }
        return -1;
    }

    private static bool FollowsSeparator(ReadOnlySpan<byte> data, int at)
    {
        while (--at >= 0)
        {
            if (data[at] == '\n')
                return true;
            if (data[at] is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
                return data[at] is (byte)',' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'"' || FollowsText(data[..(at + 1)]);
        }
        return true;
    }

    // A key or a time on its line; nobody's inner object has neither a quote nor a brace before it there.
    private static bool FollowsText(ReadOnlySpan<byte> data) =>
        data.LastIndexOfAny(s_ofJson) is var before and >= 0 && data[before] == '\n' && TextBeside.IsPlain(data[before..]);

    private bool IsRecord(ReadOnlySpan<byte> data)
    {
        data = data[..Math.Min(data.Length, HostileLimits.LongestSought)];
        var end = 0;
        var isWhole = JsonWalker.TrySkipValue(data, ref end);
        _budget -= end;
        return isWhole && RecordForm.Of(data[..end]).Kind switch
        {
            RecordFormKind.Inner or RecordFormKind.Text => true,
            RecordFormKind.Record => (_fields ??= new RecordFields()).TryRead(data[..end]) && IsTelling(_fields),
            _ => false,
        };
    }

    // A service's own parameters can have a field or two of the same name.
    private static bool IsTelling(RecordFields fields) =>
        fields.Has(RecordField.EventName) && (fields.Has(RecordField.EventSource) || fields.Has(RecordField.EventTime));
}
