using IncidentTrail.Forms;

namespace IncidentTrail.Logs;

/// <summary>Passes over what is broken in a window, to where the next record begins.</summary>
internal sealed class PieceRecovery(TrailLog log, RecordWindow window, RecordSelector selector)
{
    /// <summary>True while what is left belongs to a piece that was accounted for.</summary>
    internal bool IsLost { get; set; }

    /// <summary>Passes over a broken piece to the next record, if that can be found.</summary>
    internal bool Recover(bool isLong = false, int inVain = 0)
    {
        var data = window.Data;
        var next = selector.Search.Next(data, 1, inVain);
        if (next < 0 && !window.IsLast && data.Length <= HostileLimits.LargestRecord)
            return false;
        PassOver(next < 0 ? data.Length : next, isLong);
        IsLost = next < 0;
        return next >= 0;
    }

    /// <summary>At the end of the log, passes over what nothing completes any more, to a record behind it, if there is one.</summary>
    internal bool RecoverAtEnd()
    {
        var next = selector.Search.Next(window.Data, 1, inVain: window.Data.Length);
        if (next <= 0)
            return false;
        PassOver(next, isLong: false);
        IsLost = false;
        return true;
    }

    // A broken piece of any length is one, however many windows it fills; they are gone through once, and pay for it as others do.
    private void PassOver(int length, bool isLong)
    {
        if (!IsLost && isLong && !log.IsDelivered)
            selector.Account.NoRecord(LogForms.Long);
        else if (!IsLost)
            selector.Broken(window.Data[..length]);
        selector.Search.Earn(length);
        window.Advance(length);
    }
}
