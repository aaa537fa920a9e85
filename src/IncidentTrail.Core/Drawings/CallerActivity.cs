namespace IncidentTrail.Drawings;

/// <summary>How many calls a caller made, by weekday and hour.</summary>
internal sealed class CallerActivity(TrailCaller caller)
{
    private const int Hours = 24;

    private readonly long[] _calls = new long[7 * Hours];

    // The calls that other accounts may have a record of, by the id of each, and their times.
    private Dictionary<string, DateTime?>? _shared;

    internal TrailCaller Caller { get; } = caller;

    /// <summary>Calls whose time could be read.</summary>
    internal long Count { get; private set; }

    /// <summary>Calls of records without a readable time: they are in no cell.</summary>
    internal long WithoutTime { get; private set; }

    internal long this[DayOfWeek day, int hour] => _calls[((int)day * Hours) + hour];

    internal long Most => _calls.Max();

    /// <summary>Whether any of its calls may have a copy in another account.</summary>
    internal bool HasShared => _shared is not null;

    /// <summary>Adds a record of a call; those of one call, which share its id, count once.</summary>
    internal void Add(DateTime? clock, string? sharedId)
    {
        if (string.IsNullOrEmpty(sharedId) || (_shared ??= []).TryAdd(sharedId, clock))
            Add(clock, 1);
    }

    /// <summary>Whether a call of the one is a copy of a call of the other.</summary>
    internal bool SharesCallWith(CallerActivity other) =>
        _shared is { } ours && other._shared is { } theirs && ours.Keys.Any(theirs.ContainsKey);

    /// <summary>Takes over the calls of the same caller under less telling records, without those it has itself.</summary>
    internal void Absorb(CallerActivity copy)
    {
        for (var i = 0; i < _calls.Length; i++)
            _calls[i] += copy._calls[i];
        (Count, WithoutTime) = (Count + copy.Count, WithoutTime + copy.WithoutTime);
        _shared ??= [];
        foreach (var (id, clock) in copy._shared ?? [])
        {
            if (!_shared.TryAdd(id, clock))
                Add(clock, -1);
        }
    }

    private void Add(DateTime? clock, int calls)
    {
        if (clock is not { } time)
        {
            WithoutTime += calls;
            return;
        }
        _calls[((int)time.DayOfWeek * Hours) + time.Hour] += calls;
        Count += calls;
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
