using System.Runtime.CompilerServices;
using IncidentTrail.Filtering;
using IncidentTrail.Forms;
using IncidentTrail.Gzip;

namespace IncidentTrail.Logs;

/// <summary>
/// Reads the records of one log, a window of bytes at a time: splits it into pieces, passes over those that cannot match,
/// reads the others and asks the filter. A broken piece costs that piece, wherever the next record can be found.
/// </summary>
internal sealed class RecordReader : IDisposable
{
    private readonly GzipReader _content;
    private readonly RecordWindow _window;
    private readonly RecordSelector _selector;
    private readonly RecordRun _run;
    private readonly TrailLog _log;
    private readonly PieceRecovery _recovery;
    private readonly LogConclusion _conclusion;
    private readonly List<Element> _pieces;
    private LogPosition _position = LogPosition.Top;
    private int _limit = ElementScanner.Limit;
    private long _reported;
    private bool _hasBegun;

    // How many lists the list is in that is being read.
    private int _outerLists;

    internal RecordReader(Stream stored, TrailLog log, TrailFilter filter, long maxInflatedSize, RecordTools tools)
    {
        (_log, _pieces) = (log, tools.NoPieces());
        _content = new GzipReader(stored, maxInflatedSize);
        _window = new RecordWindow(_content, log.IsDelivered);
        _selector = new RecordSelector(log, filter, tools, hasChecksum: _content.IsGzip);
        (_run, _recovery) = (new RecordRun(_selector, tools), new PieceRecovery(log, _window, _selector));
        _conclusion = new LogConclusion(log, _content, _window, _selector);
    }

    /// <summary>True where the log was read to its end without a fault.</summary>
    internal bool IsWhole { get; private set; } = true;

    /// <inheritdoc cref="AnswerPages.IsOpen"/>
    internal bool? IsAnswerOpen => _selector.Pages.IsOpen;

    /// <summary>Why the log could not be read on, where its source failed; what came before was read.</summary>
    internal Exception? Failure => _content.Failure;

    /// <summary>Reads one window into the batch; false at the end of the log.</summary>
    internal bool Read(RecordBatch batch)
    {
        if (_position == LogPosition.End)
            return false;
        _selector.Begin(batch);
        _window.Fill();
        while (_position != LogPosition.End && Step())
        {
        }
        if (_window.IsLast && _position != LogPosition.End)
            Finish();
        batch.Inflated += _window.TakeInflated();
        batch.Stored += _content.Stored - _reported;
        _reported = _content.Stored;
        return true;
    }

    public void Dispose()
    {
        _content.Dispose();
        _window.Dispose();
    }

    // One move through the window; false where it needs more bytes.
    private bool Step() => _position switch
    {
        LogPosition.Top => StepTop(),
        LogPosition.List or LogPosition.ListOfObject => StepList(),
        LogPosition.Cells => CsvCells.Step(_window, _selector),
        _ => StepAfterList(),
    };

    private bool StepTop()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            _conclusion.Begin();
            if (FirstBytes.Of(_window.Data) is { } form)
                return Begin(form);
            _window.Advance(_log.IsDelivered ? 0 : AroundJson.Before(_window.Data));
        }
        _window.SkipSeparators();
        var data = _window.Data;
        if (data.IsEmpty)
            return false;
        if (TextPieces.Begins(data) && _selector.Texts.Take(data, _window.IsLast) is var used and not 0)
            return _window.TryAdvance(used);
        if (data[0] != '{' && _selector.Texts.Before(data) is var before and > 0)
        {
            _window.Advance(before);
            return true;
        }
        if (data[0] == '[')
        {
            _window.Advance(1);
            _position = LogPosition.List;
            return true;
        }
        if (data[0] == '{')
        {
            switch (Envelope.Find(data, out var list))
            {
                case Envelope.Result.Found:
                    _selector.Pages.Begin(data[..list]);
                    _window.Advance(list);
                    _position = LogPosition.ListOfObject;
                    return true;
                case Envelope.Result.NeedMore when !_window.IsLast && data.Length < RecordWindow.Size:
                    return false;
            }
        }
        return Scan(inList: false);
    }

    private bool StepList()
    {
        _window.SkipSeparators();
        var data = _window.Data;
        if (TextPieces.Begins(data) && _selector.Texts.Take(data, _window.IsLast) is var used and not 0)
            return _window.TryAdvance(used);
        // A list of lists is read like one list; rows, which are short lists, are whole in the window.
        if (data is [(byte)'[', (byte)'{', ..] && data.Length >= RecordWindow.Size && !_window.IsLast && !_log.IsDelivered && _pieces.Count == 0)
        {
            _window.Advance(1);
            _outerLists++;
        }
        return Scan(inList: true);
    }

    // A content that is no JSON: said at once, and read no further, but for cells that may hold some.
    private bool Begin(LogForm form)
    {
        if (form == LogForms.Csv)
        {
            _position = LogPosition.Cells;
            return true;
        }
        _selector.Account.NoRecord(form);
        End();
        return false;
    }

    // After the list of an object: its other members, and its end.
    private bool StepAfterList()
    {
        switch (Envelope.Continue(_window.Data, out var next))
        {
            case Envelope.Result.Found:
                _window.Advance(next);
                _position = LogPosition.ListOfObject;
                return true;
            case Envelope.Result.Ended:
                _selector.Pages.End(_window.Data[..next]);
                _window.Advance(next);
                _position = LogPosition.Top;
                return true;
            case Envelope.Result.Broken:
            // A member of any length is nothing that must be held in memory.
            case Envelope.Result.NeedMore when _window.Data.Length > HostileLimits.LargestRecord:
                _position = LogPosition.Top;
                return true;
            default:
                return false;
        }
    }

    [MethodImpl(Jit.Hot)]
    private bool Scan(bool inList)
    {
        _pieces.Clear();
        if (inList && _window.TryAdvance(_run.Take(_window.Data)))
        {
            _recovery.IsLost = false;
            return true;
        }
        var data = _window.Data;
        var (end, next) = ElementScanner.Scan(data, 0, inList, _pieces, _limit);
        _selector.IsLineStart = _window.IsLineStart;
        _recovery.IsLost &= _pieces.Count == 0;
        var again = _selector.Take(data, _pieces, next, inList);
        _window.Advance(again < 0 ? next : again);
        _limit = ElementScanner.Next(_limit, wasBroken: again >= 0);
        if (again >= 0)
            return true;
        switch (end)
        {
            case ScanEnd.Limit:
                return true;
            case ScanEnd.ListEnd when _outerLists > 0:
                _outerLists--;
                return true;
            case ScanEnd.ListEnd:
                _position = _position == LogPosition.List ? LogPosition.Top : LogPosition.AfterList;
                return true;
            case ScanEnd.Mismatch:
                return _recovery.Recover();
            default:
                if (_window.Data.Length > HostileLimits.LargestRecord)
                    return _recovery.Recover(isLong: _window.Data[0] is (byte)'{' or (byte)'[', inVain: _window.Data.Length);
                // At the top a piece may be followed by a list; the next step looks.
                return next > 0 && !inList && !_window.Data.IsEmpty && _pieces.Count > 0;
        }
    }

    private void Finish()
    {
        while (_conclusion.HasMore() && _recovery.RecoverAtEnd())
        {
            while (_position != LogPosition.End && Step())
            {
            }
        }
        _conclusion.Draw(_position, _recovery.IsLost);
        End();
    }

    private void End()
    {
        _selector.Account.End();
        IsWhole &= !_selector.Account.HasFault && _content.Failure is null;
        _position = LogPosition.End;
    }
}
