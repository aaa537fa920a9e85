using IncidentTrail.Forms;

namespace IncidentTrail.Logs;

/// <summary>Accounts for each piece of a log, in the batch that is being filled: records, what is no record, and what is broken.</summary>
internal sealed class PieceAccount(TrailLog log)
{
    private readonly BrokenPieces _broken = new(log);
    private readonly FormAccount _forms = new(log);
    private RecordBatch _batch = null!;
    private int _index;

    /// <summary>True where a piece was broken or left out.</summary>
    internal bool HasFault { get; private set; }

    /// <summary>How many pieces were accounted for: records and others.</summary>
    internal long Count { get; private set; }

    internal void Begin(RecordBatch batch) => _batch = batch;

    /// <summary>Says how many broken pieces were not named one by one, and what else was there.</summary>
    internal void End()
    {
        if (_broken.Rest(_index) is { } rest)
            _batch.Faults.Add(rest);
        _batch.Forms.AddRange(_forms.Notices(hasRecords: _index > 0));
    }

    /// <summary>Accounts for a record that is kept, and gives its place among the log's records.</summary>
    internal int Keep()
    {
        Count++;
        return _index++;
    }

    /// <summary>Accounts for records that are not wanted.</summary>
    internal bool Drop(int count = 1)
    {
        Count += count;
        _batch.Dropped += count;
        _index += count;
        return true;
    }

    /// <summary>Accounts for a record that a window leaves out because it has no readable time.</summary>
    internal bool DropWithoutTime()
    {
        _batch.WithoutTime++;
        return Drop();
    }

    /// <summary>Accounts for a piece of a form that is no record; of none, for nothing at all.</summary>
    internal bool NoRecord(LogForm? form)
    {
        Count++;
        if (form is not null)
            _forms.Add(form);
        var isLeftOut = form is { Fate: LogFormFate.LeftOut };
        _batch.Invalid += isLeftOut ? 1 : 0;
        HasFault |= isLeftOut;
        return true;
    }

    /// <summary>Accounts for a piece that is broken.</summary>
    internal void Broken(ReadOnlySpan<byte> piece, string what, string? remedy)
    {
        Count++;
        _batch.Invalid++;
        HasFault = true;
        if (_broken.Fault(_index, piece, what, remedy) is { } fault)
            _batch.Faults.Add(fault);
    }

    /// <summary>Leaves the log alone: it is a digest or another service's.</summary>
    internal bool Leave() => NoRecord(null) && (_batch.IsForeign = true);

    internal void Fail(TrailFault fault)
    {
        HasFault = true;
        _batch.Faults.Add(fault);
    }

    internal void Say(TrailNotice notice) => _batch.Notices.Add(notice);
}
