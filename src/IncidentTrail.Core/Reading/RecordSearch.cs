using System.Text;

namespace IncidentTrail.Reading;

/// <summary>
/// Finds where the next record begins behind a broken one. One a log, since it has a budget: each place that only looks
/// like a beginning is walked through, and a hostile log of nothing but beginnings must not cost the square of its length.
/// </summary>
internal sealed class RecordSearch
{
    // CloudTrail's largest record is 1 MB.
    private const int LongestRecord = 2 * 1024 * 1024;
    private const long FullBudget = 256L * 1024 * 1024;
    private const int BudgetPerByte = 16;

    private readonly RecordFields _fields = new();
    private long _budget = FullBudget;

    /// <summary>Each byte of the log pays for some searching.</summary>
    internal void Earn(int bytes) => _budget = Math.Min(FullBudget, _budget + ((long)bytes * BudgetPerByte));

    /// <summary>
    /// The first place between the two where a record or its envelope begins, or -1; it may end behind them. It is a brace
    /// that a comma, bracket, brace or line end stands before, and from which a whole object can be read. A brace after a
    /// colon is a record's own inner object.
    /// </summary>
    internal int Find(ReadOnlySpan<byte> data, int from, int to)
    {
        while (from < to && _budget > 0)
        {
            var next = data[from..to].IndexOf((byte)'{');
            if (next < 0)
                return -1;
            from += next;
            if (FollowsSeparator(data, from) && BeginsAsRecord(data[from..]) && IsRecord(data[from..]))
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
                return data[at] is (byte)',' or (byte)'[' or (byte)'}';
        }
        return true;
    }

    // Asked of every inner object too, so it looks at the first key alone.
    private static bool BeginsAsRecord(ReadOnlySpan<byte> data)
    {
        var at = 1;
        JsonWalker.SkipSpace(data, ref at);
        if (at >= data.Length || data[at] != '"')
            return false;
        var key = data[(at + 1)..];
        var end = key[..Math.Min(key.Length, 64)].IndexOf((byte)'"');
        return end >= 0 && (RecordFieldNames.TryFind(key[..end], out _, out _) || RecordForm.IsEnvelopeKey(key[..end]));
    }

    private bool IsRecord(ReadOnlySpan<byte> data)
    {
        data = data[..Math.Min(data.Length, LongestRecord)];
        var end = 0;
        if (!JsonWalker.TrySkipValue(data, ref end))
        {
            _budget -= data.Length;
            return false;
        }
        _budget -= end;
        return RecordForm.Of(data[..end]).Kind switch
        {
            RecordFormKind.Inner or RecordFormKind.Text => true,
            RecordFormKind.Record => _fields.TryRead(data[..end]) && IsTelling(_fields),
            _ => false,
        };
    }

    // A service's own parameters can have a field or two of the same name.
    private static bool IsTelling(RecordFields fields) =>
        fields.Has(RecordField.EventName) && (fields.Has(RecordField.EventSource) || fields.Has(RecordField.EventTime));
}
