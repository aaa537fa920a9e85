namespace IncidentTrail.Contracts;

/// <summary>
/// Copies of events that are not word for word the same, of which the first are named with their places and the rest are counted: of
/// a copy of a whole trail that was edited, or written anew, event by event would be told. Not for several threads at once.
/// </summary>
/// <param name="rest">What is said of those that were not named: how many, and the last.</param>
internal sealed class CopyTally(Func<string, string, TrailNotice> rest)
{
    private long _count;
    private string? _last;

    /// <summary>Of copies that say something else.</summary>
    internal static CopyTally OfConflicts() => new((more, last) => TrailNotice.Warning(
        $"{more} more events say something else in another copy: copies may have been edited. The last is {last}. RecordsConflicting counts all."));

    /// <summary>Of copies that say the same, as far as they could be compared.</summary>
    internal static CopyTally OfSpellings() => new((more, last) => TrailNotice.Verbose(
        $"{more} more events are written differently in another copy. The last is {last}."));

    /// <summary>Counts a copy; true where it is to be named.</summary>
    /// <param name="copy">The event, with both places.</param>
    internal bool IsNamed(string copy)
    {
        _last = copy;
        return ++_count <= EngineLimits.CopiesNamed;
    }

    /// <summary>What is to be said of those that were not named, and counts anew; null where there are none.</summary>
    internal TrailNotice? Rest()
    {
        var (more, last) = (_count - EngineLimits.CopiesNamed, _last);
        (_count, _last) = (0, null);
        return more <= 0 ? null : rest(FormattableString.Invariant($"{more:N0}"), last!);
    }
}
