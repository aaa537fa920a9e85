using System.Runtime.CompilerServices;
using IncidentTrail.Json;

namespace IncidentTrail.Records;

/// <summary>
/// Where the top-level fields of one record stand in its bytes. The exact spelling wins over one that differs by case;
/// of a field given twice the last counts, as JSON readers have it. Reused from record to record.
/// </summary>
internal sealed class RecordFields
{
    // Start and end a field; of a field that is missing, what an earlier record left.
    private readonly int[] _positions = new int[RecordFieldNames.Count * 2];
    // The field that came behind each in an earlier record: most records have theirs in the same order.
    private readonly RecordField[] _following = new RecordField[RecordFieldNames.Count];
    // And the one before that: some fields are in every other record.
    private readonly RecordField[] _before = new RecordField[RecordFieldNames.Count];
    private RecordField _last;
    private QuoteList? _quotes;
    private ulong _exact;

    /// <summary>The fields that the record holds, even as null: a bit each.</summary>
    internal ulong Present { get; private set; }

    /// <summary>True where it holds two event ids: CloudTrail writes one, so two records may have run together.</summary>
    internal bool HasTwoIds { get; private set; }

    /// <summary>True where the record holds fields that have no property of their own.</summary>
    internal bool HasUnknown { get; private set; }

    /// <summary>Finds the fields; false where the record is not one well-formed JSON object.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool TryRead(ReadOnlySpan<byte> json)
    {
        var (quotes, quote) = (_quotes ??= new QuoteList(), 0);
        return (quotes.Fill(json) == json.Length && ReadNext(json, 0, quotes, ref quote) == json.Length) || TryWalk(json);
    }

    /// <summary>Finds the fields and the end of a record that is written as nearly all are; -1 where it is not.</summary>
    /// <param name="content">Content, as far as its quotes were looked for.</param>
    /// <param name="start">Where the record begins.</param>
    /// <param name="quotes">Where quotes stand in the content.</param>
    /// <param name="quote">The number of the record's first quote; then of the first behind the record.</param>
    internal int ReadNext(ReadOnlySpan<byte> content, int start, QuoteList quotes, ref int quote)
    {
        Begin();
        return CompactRecord.Read(content, start, quotes, ref quote, this);
    }

    /// <summary>The same for a record of any form.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool TryWalk(ReadOnlySpan<byte> json)
    {
        Begin();
        var at = 0;
        JsonWalker.SkipSpace(json, ref at);
        if (at >= json.Length || json[at] != '{')
            return false;
        at++;
        JsonWalker.SkipSpace(json, ref at);
        if (at < json.Length && json[at] == '}')
            return IsEnd(json, at + 1);
        while (true)
        {
            var key = at;
            if (at >= json.Length || json[at] != '"' || !JsonWalker.TrySkipString(json, ref at))
                return false;
            var name = json[(key + 1)..(at - 1)];
            if (!JsonWalker.TrySkipColon(json, ref at))
                return false;
            var start = at;
            if (!JsonWalker.TrySkipValue(json, ref at, 1))
                return false;
            Note(name, start, at);
            JsonWalker.SkipSpace(json, ref at);
            if (at >= json.Length)
                return false;
            var b = json[at++];
            if (b == '}')
                return IsEnd(json, at);
            if (b != ',')
                return false;
            JsonWalker.SkipSpace(json, ref at);
        }
    }

    private void Begin()
    {
        Present = _exact = 0;
        HasUnknown = HasTwoIds = false;
    }

    private static bool IsEnd(ReadOnlySpan<byte> json, int at)
    {
        JsonWalker.SkipSpace(json, ref at);
        return at == json.Length;
    }

    /// <summary>The field's value as JSON; empty where it is missing.</summary>
    [MethodImpl(Jit.Hot)]
    internal ReadOnlySpan<byte> Get(ReadOnlySpan<byte> json, RecordField field)
    {
        if (!Has(field))
            return default;
        var (start, end) = Place(field);
        return json[start..end];
    }

    /// <summary>True where the field is present, even as null.</summary>
    internal bool Has(RecordField field) => (Present & (1UL << (int)field)) != 0;

    /// <summary>Where a field stands that is present.</summary>
    internal (int Start, int End) Place(RecordField field) =>
        (_positions[2 * (int)field], _positions[(2 * (int)field) + 1]);

    /// <summary>Notes a field of a record that is being read, by the places of its name's quotes in the content.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Note(ReadOnlySpan<byte> content, int name, int nameEnd, int start, int end)
    {
        if (!TryNote(content, name, _following[(int)_last], start, end) && !TryNote(content, name, _before[(int)_last], start, end))
            Note(content[(name + 1)..nameEnd], start, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryNote(ReadOnlySpan<byte> content, int name, RecordField field, int start, int end)
    {
        var bit = 1UL << (int)field;
        if ((Present & bit) != 0 || !RecordFieldNames.IsAt(content, name, field))
            return false;
        _last = field;
        Present |= bit;
        _exact |= bit;
        (_positions[2 * (int)field], _positions[(2 * (int)field) + 1]) = (start, end);
        return true;
    }

    /// <summary>Notes a field of a record that is being read.</summary>
    [MethodImpl(Jit.Hot)]
    internal void Note(ReadOnlySpan<byte> name, int start, int end)
    {
        var exact = true;
        var field = _following[(int)_last];
        if (!RecordFieldNames.Is(name, field))
        {
            if (name.Contains((byte)'\\'))
                name = System.Text.Encoding.UTF8.GetBytes(JsonText.Decode(name));
            if (!RecordFieldNames.TryFind(name, out field, out exact))
            {
                HasUnknown = true;
                return;
            }
            _before[(int)_last] = _following[(int)_last];
            _following[(int)_last] = field;
        }
        Note(field, exact, start, end);
    }

    [MethodImpl(Jit.Hot)]
    private void Note(RecordField field, bool exact, int start, int end)
    {
        _last = field;
        var bit = 1UL << (int)field;
        if (!exact && (_exact & bit) != 0)
        {
            HasUnknown = true;
            return;
        }
        if (exact)
        {
            HasUnknown |= (_exact & bit) == 0 && Has(field);
            HasTwoIds |= (_exact & bit) != 0 && field == RecordField.EventId;
            _exact |= bit;
        }
        Present |= bit;
        (_positions[2 * (int)field], _positions[(2 * (int)field) + 1]) = (start, end);
    }
}
