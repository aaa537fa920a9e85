using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using IncidentTrail.Events;
using IncidentTrail.Filtering;
using IncidentTrail.Json;
using IncidentTrail.Records;
using IncidentTrail.Times;

namespace IncidentTrail.Logs;

/// <summary>
/// Turns the pieces of a log into events: unwraps envelopes, passes over what cannot match, and accounts for each piece.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="filter">What is wanted.</param>
/// <param name="pool">The worker's strings.</param>
/// <param name="hasChecksum">True where a checksum speaks for the content: only then is a record rejected unread, since a
/// damaged one could have been wanted.</param>
internal sealed class RecordSelector(TrailLog log, TrailFilter filter, TextPool pool, bool hasChecksum)
{
    // An envelope in an envelope in a list is as deep as real exports go.
    private const int MaxNesting = 6;

    private static readonly SearchValues<byte> Separators = SearchValues.Create(" \n\r\t,"u8);
    private static readonly SearchValues<byte> Leftovers = SearchValues.Create(" \n\r\t,]}"u8);

    private readonly HitFinder _hits = new(filter.Needles);
    private readonly bool _readsAll = filter.Needles.Count == 0 || !hasChecksum;
    private readonly RecordFields _fields = new();
    private readonly RecordSearch _search = new();
    private readonly BrokenPieces _broken = new(log);
    private RecordBatch _batch = null!;
    private int _index;

    /// <summary>True where a piece was broken.</summary>
    internal bool HasFault { get; private set; }

    internal void Begin(RecordBatch batch) => _batch = batch;

    /// <summary>Says how many broken pieces were not named one by one.</summary>
    internal void End()
    {
        if (_broken.Rest(_index) is { } rest)
            _batch.Faults.Add(rest);
    }

    internal void Fail(TrailFault fault)
    {
        HasFault = true;
        _batch.Faults.Add(fault);
    }

    internal void Say(TrailNotice notice) => _batch.Notices.Add(notice);

    /// <summary>Where the next record begins in data at whose start none does, or -1.</summary>
    internal int FindRecord(ReadOnlySpan<byte> data) => _search.Find(data, 1, data.Length);

    /// <summary>True for what may be left when a broken record swallowed the beginning of a list.</summary>
    internal bool IsLeftover(ReadOnlySpan<byte> data) => HasFault && data.IndexOfAnyExcept(Leftovers) < 0;

    /// <summary>Takes the pieces of a window, which ends at a place.</summary>
    /// <returns>Where to begin again, at a record inside a broken piece: what follows was split wrongly. Else -1.</returns>
    [MethodImpl(Jit.Hot)]
    internal int Take(ReadOnlySpan<byte> data, List<Element> pieces, int end, bool inList)
    {
        _search.Earn(end);
        return Take(data, pieces, end, inList, _hits, 0);
    }

    /// <summary>Accounts for a piece that is no record.</summary>
    internal void Broken(ReadOnlySpan<byte> piece, string what = "is not a whole JSON object and was passed over")
    {
        _batch.Invalid++;
        HasFault = true;
        if (_broken.Fault(_index, piece, _search.IsExhausted ? what + ", unsearched after so much damage before it" : what) is { } fault)
            _batch.Faults.Add(fault);
    }

    private int Take(ReadOnlySpan<byte> data, List<Element> pieces, int end, bool inList, HitFinder hits, int nesting)
    {
        hits.Reset();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var last = i + 1 < pieces.Count && pieces[i + 1].Kind == ElementKind.Stray || piece.Kind == ElementKind.Stray
                ? PieceJoining.Last(data, pieces, i, _fields)
                : i;
            if (last == i && TakePiece(data, piece, inList, hits, nesting))
                continue;
            var next = last + 1 < pieces.Count ? pieces[last + 1].Start : end;
            var start = _search.Find(data, piece.Start + 1, next);
            Broken(data[piece.Start..(start < 0 ? pieces[last].End : start)]);
            if (start >= 0)
                return start;
            i = last;
        }
        return -1;
    }

    // False where the piece is broken.
    [MethodImpl(Jit.Hot)]
    private bool TakePiece(ReadOnlySpan<byte> data, Element piece, bool inList, HitFinder hits, int nesting)
    {
        var json = data[piece.Start..piece.End];
        switch (piece.Kind)
        {
            case ElementKind.Object:
                return TakeObject(json, _readsAll || hits.Touches(data, piece.Start, piece.End), nesting);
            case ElementKind.Array when !inList && nesting < MaxNesting:
                TakeList(json[1..^1], nesting + 1);
                return true;
            default:
                return false;
        }
    }

    [MethodImpl(Jit.Hot)]
    private bool TakeObject(ReadOnlySpan<byte> json, bool touched, int nesting, RecordEnvelope? envelope = null)
    {
        if (!touched && json.StartsWith("{\"eventVersion\""u8))
            return Drop();
        var form = RecordForm.Of(json);
        switch (form.Kind)
        {
            case RecordFormKind.Record:
                return touched ? TakeRecord(json, envelope) : Drop();
            case RecordFormKind.Inner when nesting < MaxNesting:
                return TakeObject(json[form.Start..form.End], touched, nesting + 1, RecordEnvelope.Of(json));
            case RecordFormKind.Text when nesting < MaxNesting:
                TakeText(json[(form.Start + 1)..(form.End - 1)], touched, nesting + 1);
                return true;
            case RecordFormKind.List when nesting < MaxNesting:
                TakeList(json[(form.Start + 1)..(form.End - 1)], nesting + 1);
                return true;
            case RecordFormKind.Digest when nesting == 0:
            case RecordFormKind.Foreign when nesting == 0 && log.Kind == TrailLogKind.OtherService:
                _batch.IsForeign = true;
                return true;
            case RecordFormKind.Broken:
                return false;
            default:
                Broken(json, "is not a CloudTrail record and was passed over");
                return true;
        }
    }

    private void TakeText(ReadOnlySpan<byte> text, bool touched, int nesting)
    {
        var json = Encoding.UTF8.GetBytes(JsonText.Decode(text).Trim());
        var pieces = new List<Element>();
        var (end, next) = ElementScanner.Scan(json, 0, inList: false, pieces);
        if (pieces is [{ Kind: ElementKind.Object, Start: 0 }] && next == json.Length && end == ScanEnd.NeedMore)
        {
            if (!TakeObject(json, touched, nesting))
                Broken(json, "holds text that is not a record and was passed over");
        }
        else
            TakeList(json, nesting);
    }

    private void TakeList(ReadOnlySpan<byte> list, int nesting)
    {
        var pieces = new List<Element>();
        var hits = new HitFinder(filter.Needles);
        while (true)
        {
            pieces.Clear();
            var (end, next) = ElementScanner.Scan(list, 0, inList: false, pieces);
            var again = Take(list, pieces, next, inList: true, hits, nesting);
            if (again < 0 && end == ScanEnd.Limit)
                again = next;
            else if (again < 0)
            {
                if (end != ScanEnd.Mismatch && (IsLeftover(list[next..]) || list[next..].IndexOfAnyExcept(Separators) < 0))
                    return;
                again = _search.Find(list, next + 1, list.Length);
                Broken(list[next..(again < 0 ? list.Length : again)]);
                if (again < 0)
                    return;
            }
            list = list[again..];
        }
    }

    [MethodImpl(Jit.Hot)]
    private bool TakeRecord(ReadOnlySpan<byte> json, RecordEnvelope? envelope)
    {
        if (!_fields.TryRead(json))
            return false;
        if (_fields.HasTwoIds)
            Broken(json, "holds two event ids, as if two records had run together: only the last is given");
        var view = new RecordView(new RecordBytes(json, _fields), log, pool, envelope);
        var verdict = filter.Judge(view);
        if (verdict != FilterVerdict.Keep)
        {
            _batch.WithoutTime += verdict == FilterVerdict.DropWithoutTime ? 1 : 0;
            return Drop();
        }
        var (chunk, start) = _batch.Keep(json, _fields);
        _batch.Records.Add(new KeptRecord(
            chunk, start, json.Length, _fields.Present, _index++, view.TimeUtc,
            view.IsPresent(RecordField.EventId) ? EventKey.Of(json, _fields) : null,
            view.IsLate, envelope));
        return true;
    }

    private bool Drop()
    {
        _batch.Dropped++;
        _index++;
        return true;
    }
}
