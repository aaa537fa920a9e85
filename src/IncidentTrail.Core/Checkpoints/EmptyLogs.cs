using IncidentTrail.Sources.Places;

namespace IncidentTrail.Checkpoints;

/// <summary>
/// The logs of 0 bytes that one reading meets. What an earlier one told of them is not told again: every run on a schedule would
/// fail for a file that nobody copies again.
/// </summary>
internal sealed class EmptyLogs(Checkpoint checkpoint)
{
    private readonly List<TrailLog> _new = [];
    private long _told;

    /// <summary>Takes a log that was passed over, where it has 0 bytes.</summary>
    internal void Take(TrailLog log)
    {
        if (LogPlace.Of(log) != LogPlaceKind.Empty)
            return;
        if (checkpoint.IsTold(log))
            _told++;
        else
            _new.Add(log);
    }

    /// <summary>What is to be said of them now; from here on they are told of.</summary>
    internal TrailNotice Tell(string place)
    {
        (var told, _told) = (_told, 0);
        if (_new.Count == 0)
            return TrailNotice.Verbose(FormattableString.Invariant($"{place}: files of 0 bytes that an earlier reading told of: {told}."));
        var files = new FileCount();
        foreach (var log in _new)
        {
            files.Add(log.Location);
            checkpoint.Told(log);
        }
        _new.Clear();
        return FolderAccount.OfEmpty(place, files);
    }
}
