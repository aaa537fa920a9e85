using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IncidentTrail.Events;
using IncidentTrail.Filtering;
using IncidentTrail.Forms;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>Turns the pieces of a log into events: unwraps envelopes, and passes over what cannot match.</summary>
/// <param name="log">The log.</param>
/// <param name="filter">What is wanted.</param>
/// <param name="tools">The worker's.</param>
/// <param name="hasChecksum">True where a checksum speaks for the content: what is rejected unread is then not damaged.</param>
internal sealed class RecordSelector(TrailLog log, TrailFilter filter, RecordTools tools, bool hasChecksum)
{
    private readonly HitFinder _hits = new(filter.Needles);
    private readonly RecordFields _fields = tools.Fields;
    private Unwrapping? _unwrapping;
    private TextPieces? _texts;
    private RecordBatch _batch = null!;

    /// <summary>True where each record is read, and none passed over.</summary>
    internal bool ReadsAll { get; } = filter.Needles.Count == 0 || !hasChecksum;

    /// <summary>What became of each piece.</summary>
    internal PieceAccount Account { get; } = new(log);

    /// <summary>What looks for a record behind a broken piece.</summary>
    internal RecordSearch Search { get; } = new();

    /// <summary>Whether the last answer that the log holds says that more follows.</summary>
    internal AnswerPages Pages { get; } = new();

    /// <summary>What is text and not an object.</summary>
    internal TextPieces Texts => _texts ??= new TextPieces(log, this);
    internal Unwrapping Unwrapping => _unwrapping ??= new Unwrapping(log, this);

    /// <inheritdoc cref="RecordWindow.IsLineStart"/>
    internal bool IsLineStart { get; set; }

    internal void Begin(RecordBatch batch)
    {
        _batch = batch;
        Account.Begin(batch);
    }

    /// <summary>True for what may be left when a broken record swallowed the beginning of a list.</summary>
    internal bool IsLeftover(ReadOnlySpan<byte> data) => Account.HasFault && Separators.AreAll(data, orClosing: true);

    /// <summary>Takes the pieces of a window, which ends at a place.</summary>
    /// <returns>Where to begin again, at a record inside a broken piece: what follows was split wrongly. Else -1.</returns>
    [MethodImpl(Jit.Hot)]
    internal int Take(ReadOnlySpan<byte> data, List<Element> pieces, int end, bool inList)
    {
        Search.Earn(end);
        return Take(data, pieces, end, inList, _hits, default);
    }

    /// <summary>Accounts for a piece that is no record.</summary>
    internal void Broken(ReadOnlySpan<byte> piece, string what = "is not a whole JSON object and was passed over", string? remedy = null) =>
        Account.Broken(piece, Search.IsExhausted ? what + ", unsearched after so much damage before it" : what, remedy);

    private int Take(ReadOnlySpan<byte> data, List<Element> pieces, int end, bool inList, HitFinder hits, in Wrapping around)
    {
        hits.Reset();
        for (var i = Pass(data, pieces, 0, hits, around); i < pieces.Count; i = Pass(data, pieces, i + 1, hits, around))
        {
            var piece = pieces[i];
            if (piece.Kind == ElementKind.Stray && Texts.TakeStray(data, piece, i + 1 < pieces.Count ? pieces[i + 1].Start : -1, inList))
                continue;
            if (!inList && piece.Kind != ElementKind.Object && Texts.IsBeside(data, pieces, i, end))
                continue;
            var last = i + 1 < pieces.Count && pieces[i + 1] is { Kind: ElementKind.Stray } rest
                && !Texts.IsAround(data, rest, i + 2 < pieces.Count ? pieces[i + 2].Start : -1) || piece.Kind == ElementKind.Stray
                ? PieceJoining.Last(data, pieces, i, _fields)
                : i;
            if ((last == i && TakePiece(data, piece, inList, hits, around)) || around.Kind == WrappingKind.Searched)
                continue;
            var next = last + 1 < pieces.Count ? pieces[last + 1].Start : end;
            var start = Search.Find(data, piece.Start + 1, next);
            Broken(data[piece.Start..(start < 0 ? pieces[last].End : start)]);
            if (start >= 0)
                return start;
            i = last;
        }
        return -1;
    }

    // Counts the records from a piece on that need no closer look; gives the piece that does.
    private int Pass(ReadOnlySpan<byte> data, List<Element> pieces, int from, HitFinder hits, in Wrapping around)
    {
        var passed = ReadsAll || around.Nesting > 0 ? 0 : hits.Passed(data, CollectionsMarshal.AsSpan(pieces), from);
        Account.Drop(passed);
        return from + passed;
    }

    [MethodImpl(Jit.Hot)]
    private bool TakePiece(ReadOnlySpan<byte> data, Element piece, bool inList, HitFinder hits, in Wrapping around)
    {
        var json = data[piece.Start..piece.End];
        var here = around with { Touched = ReadsAll || hits.Touches(data, piece) || around is { Nesting: > 0, Touched: true } };
        return piece.Kind == ElementKind.Object ? TakeObject(json, here)
            : piece.Kind == ElementKind.Array ? TakeArray(json, inList, here)
            : Texts.TakeStrings(json, here);
    }

    /// <summary>Takes an object; false where it is broken.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool TakeObject(ReadOnlySpan<byte> json, in Wrapping around) =>
        json.StartsWith(RecordForm.Ordinary) ? TakeRecord(json, around) : Unwrapping.Take(json, around);

    private bool TakeArray(ReadOnlySpan<byte> json, bool inList, in Wrapping around)
    {
        if (around.IsTooDeep)
            return false;
        if (PairRow.Join(json) is { } row)
            return TakeObject(row, around.In(around.Kind) with { Touched = true });
        var list = json[1..^1];
        // In a list of records a list of numbers is broken; a list of lists is what jq makes of several files.
        if (inList && around.Kind != WrappingKind.Searched && list.TrimStart(" \n\r\t,"u8) is [not ((byte)'{' or (byte)'[' or (byte)'"'), ..])
            return !log.IsDelivered && Account.NoRecord(LogForms.Unknown);
        TakeList(list, around.In(around.Kind));
        return true;
    }

    /// <summary>Takes a list's content, or pieces that follow each other.</summary>
    internal void TakeList(ReadOnlySpan<byte> list, in Wrapping around)
    {
        var isSearched = around.Kind == WrappingKind.Searched;
        if (around.IsTooDeep || (isSearched && !Unwrapping.Mentions(list)))
            return;
        var (pieces, hits) = (new List<Element>(), new HitFinder(filter.Needles));
        for (var limit = ElementScanner.Limit; ;)
        {
            pieces.Clear();
            var (end, next) = ElementScanner.Scan(list, 0, inList: false, pieces, limit);
            var again = Take(list, pieces, next, inList: true, hits, around);
            limit = ElementScanner.Next(limit, wasBroken: again >= 0);
            if (again < 0 && end == ScanEnd.Limit)
                again = next;
            else if (again < 0)
            {
                if (end != ScanEnd.Mismatch && (IsLeftover(list[next..]) || Separators.AreAll(list[next..])))
                    return;
                if ((end != ScanEnd.Mismatch && Texts.TakeStrings(list[next..], around)) || isSearched)
                    return;
                again = Search.Next(list, next + 1, inVain: end == ScanEnd.NeedMore ? list.Length : 0);
                Broken(list[next..(again < 0 ? list.Length : again)]);
                if (again < 0)
                    return;
            }
            list = list[again..];
        }
    }

    /// <summary>Takes a record; false where it is broken.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool TakeRecord(ReadOnlySpan<byte> json, in Wrapping around) =>
        around.Touched ? _fields.TryRead(json) && TakeFound(json, around) : Account.Drop();

    /// <summary>Takes a record whose fields were just found; false where it is broken.</summary>
    [MethodImpl(Jit.Hot)]
    internal bool TakeFound(ReadOnlySpan<byte> json, in Wrapping around)
    {
        var caller = _fields.Get(json, RecordField.UserIdentity);
        if (!CallerText.IsPlain(caller))
            return TakeMended(json, around);
        // Who looks elsewhere for records reads over the fields.
        if (caller.IsEmpty && _fields.HasUnknown && (Unwrapping.IsOther(json, around, _fields) || !_fields.TryRead(json)))
            return true;
        return TakeRead(json, around.Envelope);
    }

    private bool TakeMended(ReadOnlySpan<byte> json, in Wrapping around)
    {
        var (start, end) = _fields.Place(RecordField.UserIdentity);
        if (CallerText.IsJson(json[start..end]))
            return TakeRead(json, around.Envelope);
        if (CallerText.Mend(json[start..end]) is not { } caller)
            return Account.NoRecord(LogForms.LostCaller);
        // Once: what still looks like text is a name, or stands in a list, and nobody can say more of it.
        byte[] mended = [.. json[..start], .. caller, .. json[end..]];
        return _fields.TryRead(mended) && TakeRead(mended, around.Envelope);
    }

    [MethodImpl(Jit.Hot)]
    private bool TakeRead(ReadOnlySpan<byte> json, RecordEnvelope? envelope)
    {
        if (_fields.HasTwoIds)
            Broken(json, "holds two event ids, as if two records had run together: only the last is given");
        var record = new RecordBytes(json, _fields);
        var view = new RecordView(record, log, tools.Texts, envelope);
        if (filter.Judge(view) is not FilterVerdict.Keep and var verdict)
            return verdict == FilterVerdict.DropWithoutTime ? Account.DropWithoutTime() : Account.Drop();
        var (chunk, start, length, present) = _batch.Keep(json, _fields);
        var kept = new KeptRecord(chunk, start, length, present, Account.Keep(), view.TimeUtc, EventKey.Of(record), view.IsLate, envelope);
        _batch.Records.Add(kept);
        if (tools.Calls is { } calls)
            _batch.Add(CallSight.Of(view, calls, kept.TimeUtc), calls.Texts);
        return true;
    }
}
