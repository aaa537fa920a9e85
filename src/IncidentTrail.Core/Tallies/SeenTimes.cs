using IncidentTrail.Events;

namespace IncidentTrail.Tallies;

/// <summary>When a caller was first and last seen, in ticks of UTC.</summary>
internal struct SeenTimes
{
    private long _first;
    private long _last;

    /// <summary>Those of one whose calls have no time so far.</summary>
    internal static SeenTimes None => new() { _first = CallSight.NoTime, _last = CallSight.NoTime };

    /// <summary>The first, as a number by which those never timed are behind all others.</summary>
    internal readonly ulong FirstTicks => (ulong)_first;

    /// <summary>The last; one that was never is before all others.</summary>
    internal readonly long LastTicks => _last;

    /// <summary>The first, in UTC; null where there is none.</summary>
    internal readonly DateTime? FirstUtc => TimeOf(_first);

    /// <summary>The last, in UTC; null where there is none.</summary>
    internal readonly DateTime? LastUtc => TimeOf(_last);

    /// <summary>Takes the times of calls.</summary>
    internal void Add(long first, long last)
    {
        // No time is later than all.
        if ((ulong)first < (ulong)_first)
            _first = first;
        if (last > _last)
            _last = last;
    }

    /// <summary>Takes those of another.</summary>
    internal void Add(in SeenTimes other) => Add(other._first, other._last);

    private static DateTime? TimeOf(long ticks) => ticks == CallSight.NoTime ? null : new DateTime(ticks, DateTimeKind.Utc);
}
