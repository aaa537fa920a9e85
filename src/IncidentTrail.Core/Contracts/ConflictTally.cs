namespace IncidentTrail.Contracts;

/// <summary>
/// Copies of events that say something else, of which the first are named with their places and the rest are counted: a copy of a
/// whole trail that was edited would be warned of event by event. Not for several threads at once.
/// </summary>
internal sealed class ConflictTally
{
    private long _count;
    private string? _last;

    /// <summary>Counts a copy; true where it is to be named.</summary>
    /// <param name="copy">The event, with both places.</param>
    internal bool IsNamed(string copy)
    {
        _last = copy;
        return ++_count <= EngineLimits.ConflictsNamed;
    }

    /// <summary>What is to be said of those that were not named, and counts anew; null where there are none.</summary>
    internal TrailNotice? Rest()
    {
        var (more, last) = (_count - EngineLimits.ConflictsNamed, _last);
        (_count, _last) = (0, null);
        return more <= 0 ? null : TrailNotice.Warning(FormattableString.Invariant(
            $"{more:N0} more events say something else in another copy: copies may have been edited. The last is {last}. RecordsConflicting counts all."));
    }
}
