using IncidentTrail.Texts;

namespace IncidentTrail.Sources.Places;

/// <summary>Counts what was met in a place that was named, and says at its end what an answer from there lacks.</summary>
/// <param name="place">A folder, or another place that holds files.</param>
internal sealed class FolderAccount(string place)
{
    private readonly FileCount _empty = new();
    private readonly FileCount _strangers = new();
    private readonly FileCount _others = new();
    private readonly FileCount _unread = new();
    private bool _hasLogs;
    private bool _hasSaid;

    /// <summary>Counts what the place of a file says of it; true for a log that is to be read.</summary>
    internal bool Take(LogPlaceKind kind, string location)
    {
        var count = kind switch
        {
            LogPlaceKind.Empty => _empty,
            LogPlaceKind.Unknown => _strangers,
            LogPlaceKind.Unread => _unread,
            LogPlaceKind.OtherKind or LogPlaceKind.Leftover => _others,
            _ => null,
        };
        count?.Add(location);
        _hasLogs |= count is null;
        return count is null;
    }

    /// <summary>Notes that something has been said already of what could not be read there.</summary>
    internal void Said() => _hasSaid = true;

    /// <summary>What is to be said.</summary>
    /// <param name="mayBeEmpty">True where what was met are only the files of a window.</param>
    internal IEnumerable<TrailNotice> Notices(bool mayBeEmpty = false)
    {
        if (_strangers.Count > 0)
            yield return TrailNotice.Warning($"{place}: passed over {_strangers}, which {Counted.Noun(_strangers.Count, "does", "do")} not begin as logs do.");
        if (_unread.Count > 0)
            yield return TrailNotice.Gap($"{place}: {_unread} {Counted.Noun(_unread.Count, "was", "were")} not read, in forms that may hold records. Open them and name what comes out; named itself, each says how.");
        if (_empty.Count > 0)
            yield return OfEmpty(place, _empty);
        else if (!_hasLogs && !_hasSaid && _unread.Count == 0 && !mayBeEmpty)
            yield return TrailNotice.Gap($"{place} holds no log of CloudTrail's events: {What()}. Check that it is the place that was meant.");
    }

    /// <summary>What is to be said of logs of 0 bytes.</summary>
    internal static TrailNotice OfEmpty(string place, FileCount files) => TrailNotice.Empty(
        place, $"{place}: {files} {Counted.Noun(files.Count, "is", "are")} 0 bytes long, as a copy leaves it that failed. Copy again what they should hold.");

    private string What() => (_strangers.Count + _others.Count) switch
    {
        0 => "no file is in it",
        1 => "the one file in it is none",
        var n => FormattableString.Invariant($"none of the {n} files in it is one"),
    };
}
