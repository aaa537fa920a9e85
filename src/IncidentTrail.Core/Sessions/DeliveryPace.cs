using IncidentTrail.Logs;

namespace IncidentTrail.Sessions;

/// <summary>
/// Holds what was read until it is worth waking whoever waits for it: a trail of many logs with a few events each would
/// wake them a thousand times a second. The first is given at once, and nothing is held longer than a moment.
/// </summary>
internal sealed class DeliveryPace(ParallelReading reading)
{
    private readonly List<(TrailBatch Batch, RecordBatch? Records)> _held = [];
    private long _given = Environment.TickCount64 - EngineLimits.GatheringTime;
    private int _events;

    // One timer for all that are waited for until the next giving: the next log comes within a millisecond or two.
    private Task? _due;

    private long Since => Environment.TickCount64 - _given;

    /// <summary>True where all that was read has been given.</summary>
    internal bool IsEmpty => _held.Count == 0;

    /// <summary>Holds a batch that was accounted for, and the records its events are made of.</summary>
    internal void Hold(TrailBatch batch, RecordBatch? records = null)
    {
        if (batch is { Events.Count: 0, Notices.Count: 0, Delivery: null, Counted: null } && Since < EngineLimits.LongestSilence)
        {
            if (records is not null)
                reading.Return(records);
            return;
        }
        _held.Add((batch, records));
        _events += batch.Events.Count;
    }

    /// <summary>True where what is held is to be given before the next is taken: it is enough, or the next does not come soon, or
    /// has failed.</summary>
    internal async ValueTask<bool> IsDueBeforeAsync(Task coming)
    {
        if (_held.Count == 0)
            return false;
        if (_events >= reading.EventsAtOnce || Since >= EngineLimits.GatheringTime)
            return true;
        if (!coming.IsCompleted)
        {
            _due ??= Task.Delay((int)Math.Max(EngineLimits.GatheringTime - Since, 1));
            await Task.WhenAny(coming, _due).ConfigureAwait(false);
        }
        return !coming.IsCompletedSuccessfully;
    }

    /// <summary>Gives what is held; its records are free for others afterwards.</summary>
    internal IEnumerable<TrailBatch> Give()
    {
        foreach (var (batch, _) in _held)
            yield return batch;
        foreach (var (_, records) in _held)
        {
            if (records is not null)
                reading.Return(records);
        }
        _held.Clear();
        (_events, _due) = (0, null);
        _given = Environment.TickCount64;
    }
}
