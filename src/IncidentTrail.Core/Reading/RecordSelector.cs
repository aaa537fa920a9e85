using System.Buffers;
using System.Text;
using IncidentTrail.Filtering;

namespace IncidentTrail.Reading;

/// <summary>
/// Turns the pieces of a log into events: unwraps envelopes, passes over what cannot match, and accounts for each piece.
/// </summary>
internal sealed class RecordSelector(TrailLog log, TrailFilter filter, TextPool pool)
{
    // An envelope in an envelope in a list is as deep as real exports go.
    private const int MaxNesting = 6;

    private static readonly SearchValues<byte> Leftovers = SearchValues.Create(" \n\r\t,]}"u8);

    private readonly HitFinder _hits = new(filter.Needles);
    private readonly RecordFields _fields = new();
    private RecordBatch _batch = new();
    private int _index;

    /// <summary>True where a piece was broken.</summary>
    internal bool HasFault { get; private set; }

    internal void Begin(RecordBatch batch) => _batch = batch;

    internal void Fail(TrailFault fault)
    {
        HasFault = true;
        _batch.Faults.Add(fault);
    }

    /// <summary>Takes the pieces of a window.</summary>
    internal void Take(ReadOnlySpan<byte> data, List<Element> pieces, bool inList)
    {
        var hits = _hits;
        hits.Reset();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var json = data[piece.Start..piece.End];
            if (i + 1 < pieces.Count && pieces[i + 1] is { Kind: ElementKind.Stray } rest
                && IsRestOf(piece, rest, data))
            {
                Broken(data[piece.Start..rest.End], null);
                i++;
            }
            else if (piece.Kind == ElementKind.Object)
            {
                var touched = filter.Needles.Count == 0 || hits.Touches(data, piece.Start, piece.End);
                TakeObject(json, touched, 0);
            }
            else if (piece.Kind == ElementKind.Array && !inList)
                TakeList(json[1..^1], 0);
            else
                Broken(json, null);
        }
    }

    // Text right behind an object, or a member without one, is the rest of that object: both are one broken record.
    private static bool IsRestOf(Element piece, Element rest, ReadOnlySpan<byte> data)
    {
        if (rest.Start == piece.End)
            return true;
        var at = rest.Start;
        return data[at] == '"' && JsonWalker.TrySkipString(data, ref at) && JsonWalker.TrySkipColon(data, ref at);
    }

    /// <summary>Accounts for a broken piece, and looks for whole records inside it.</summary>
    internal void Broken(ReadOnlySpan<byte> piece, string? why)
    {
        _batch.Invalid++;
        HasFault = true;
        var start = Encoding.UTF8.GetString(piece[..Math.Min(piece.Length, 40)]).ReplaceLineEndings(" ");
        _batch.Faults.Add(new TrailFault(
            TrailFaultKind.RecordInvalid, $"{log.Location}#{_index}",
            $"{log.Location}: the piece after record {_index} {why ?? "is not a whole JSON object"} and was passed over; it begins with: {Printable(start)}",
            "Compare the file with its copy in the bucket; aws cloudtrail validate-logs tells whether that one was altered."));
    }

    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private void TakeObject(ReadOnlySpan<byte> json, bool touched, int nesting)
    {
        if (!touched && json.StartsWith("{\"eventVersion\""u8))
        {
            Drop();
            return;
        }
        var form = RecordForm.Of(json);
        switch (form.Kind)
        {
            case RecordFormKind.Record:
                TakeRecord(json, touched, nesting);
                break;
            case RecordFormKind.Inner when nesting < MaxNesting:
                TakeObject(json[form.Start..form.End], touched, nesting + 1);
                break;
            case RecordFormKind.Text when nesting < MaxNesting:
                TakeText(json[(form.Start + 1)..(form.End - 1)], touched, nesting + 1);
                break;
            case RecordFormKind.List when nesting < MaxNesting:
                TakeList(json[(form.Start + 1)..(form.End - 1)], nesting + 1);
                break;
            case RecordFormKind.Digest when nesting == 0:
            case RecordFormKind.Foreign when nesting == 0 && log.Kind == TrailLogKind.OtherService:
                _batch.IsForeign = true;
                break;
            case RecordFormKind.Broken:
                TakeRest(json);
                break;
            default:
                Broken(json, "is not a CloudTrail record");
                break;
        }
    }

    private void TakeText(ReadOnlySpan<byte> text, bool touched, int nesting)
    {
        var json = Encoding.UTF8.GetBytes(JsonText.Decode(text).Trim());
        if (json.Length > 1 && json[0] == '{' && json[^1] == '}')
            TakeObject(json, touched, nesting);
        else
            Broken(json, "holds text that is not a record");
    }

    private void TakeList(ReadOnlySpan<byte> list, int nesting)
    {
        var pieces = new List<Element>();
        var hits = new HitFinder(filter.Needles);
        hits.Reset();
        var (end, next) = ElementScanner.Scan(list, 0, inList: false, pieces);
        foreach (var piece in pieces)
        {
            if (piece.Kind == ElementKind.Object)
            {
                var touched = filter.Needles.Count == 0 || hits.Touches(list, piece.Start, piece.End);
                TakeObject(list[piece.Start..piece.End], touched, nesting);
            }
            else
                Broken(list[piece.Start..piece.End], null);
        }
        // Closing brackets alone are what is left of a list that a broken record swallowed.
        if (end == ScanEnd.Mismatch || list[next..].IndexOfAnyExcept(Leftovers) >= 0)
            Broken(list[next..], null);
    }

    private void TakeRecord(ReadOnlySpan<byte> json, bool touched, int nesting)
    {
        if (!touched)
        {
            Drop();
            return;
        }
        if (!_fields.TryRead(json))
        {
            TakeRest(json);
            return;
        }
        var verdict = filter.Judge(json, _fields, log, pool);
        if (verdict != FilterVerdict.Keep)
        {
            _batch.WithoutTime += verdict == FilterVerdict.DropWithoutTime ? 1 : 0;
            Drop();
            return;
        }
        DateTime? time = TrailTimeText.TryParseRecordTime(_fields.Get(json, RecordField.EventTime), out var utc) ? utc : null;
        _batch.Records.Add(new KeptRecord(
            _batch.Keep(json, _fields), json.Length, _fields.Present, _index++, time,
            RecordText.Get(_fields.Get(json, RecordField.EventSource), pool),
            RecordText.Get(_fields.Get(json, RecordField.EventName), pool),
            RecordText.Get(_fields.Get(json, RecordField.AwsRegion), pool),
            RecordText.IsPresent(_fields.Get(json, RecordField.EventId)) ? EventKey.Of(json, _fields) : null,
            RecordText.IsPresent(_fields.Get(json, RecordField.Addendum))));
    }

    // A quote or brace that is missing runs a record into those behind it, which can still be whole.
    private void TakeRest(ReadOnlySpan<byte> json)
    {
        var next = RecordStart.Find(json, 1);
        Broken(next < 0 ? json : json[..next], null);
        if (next >= 0)
            TakeList(json[next..], 1);
    }

    private void Drop()
    {
        _batch.Dropped++;
        _index++;
    }
}
