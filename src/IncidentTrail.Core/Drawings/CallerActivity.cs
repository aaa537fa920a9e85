namespace IncidentTrail.Drawings;

/// <summary>How many calls a caller made, by weekday and hour.</summary>
internal sealed class CallerActivity(TrailCaller caller)
{
    private const int Hours = 24;

    private readonly long[] _calls = new long[7 * Hours];

    internal TrailCaller Caller { get; } = caller;

    /// <summary>Calls whose time could be read.</summary>
    internal long Count { get; private set; }

    /// <summary>Calls of records without a readable time: they are in no cell.</summary>
    internal long WithoutTime { get; private set; }

    internal long this[DayOfWeek day, int hour] => _calls[((int)day * Hours) + hour];

    internal long Most => _calls.Max();

    internal void Add(DateTime? clock)
    {
        if (clock is not { } time)
        {
            WithoutTime++;
            return;
        }
        _calls[((int)time.DayOfWeek * Hours) + time.Hour]++;
        Count++;
    }

    /// <summary>Calls outside the hours of work.</summary>
    internal long Outside(WorkHours work)
    {
        var outside = 0L;
        for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
        {
            for (var hour = 0; hour < Hours; hour++)
                outside += work.Has(day, hour) ? 0 : this[day, hour];
        }
        return outside;
    }
}
