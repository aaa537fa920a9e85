using System.Threading.Channels;

namespace IncidentTrail.Sources;

/// <summary>
/// What a watching says beside what it finds. It waits for no log that was found before it: such a log may be waiting itself, for
/// the service of which is said that it does not answer.
/// </summary>
internal sealed class WatchedNotices
{
    private readonly Channel<TrailNotice> _said = Channel.CreateUnbounded<TrailNotice>();
    private Task _more = Task.CompletedTask;
    private Task _pulse = Task.CompletedTask;

    /// <summary>Says a notice, on any thread.</summary>
    internal void Say(TrailNotice notice) => _said.Writer.TryWrite(notice);

    /// <summary>
    /// What is said until something comes; now and then nothing, so that whoever waits may look at the clock. For one reader.
    /// </summary>
    internal async IAsyncEnumerable<IReadOnlyList<TrailNotice>> UntilAsync(Task coming)
    {
        while (true)
        {
            var hasCome = coming.IsCompleted;
            if (Take() is { Count: > 0 } said)
                yield return said;
            if (hasCome)
                yield break;
            // Each is waited for again until it is over: what comes every millisecond would leave thousands of them behind.
            if (_more.IsCompleted)
                _more = _said.Reader.WaitToReadAsync().AsTask();
            if (_pulse.IsCompleted)
                _pulse = Task.Delay(WatchLimits.WatchPulse);
            if (await Task.WhenAny(coming, _more, _pulse).ConfigureAwait(false) == _pulse)
                yield return [];
        }
    }

    private List<TrailNotice> Take()
    {
        var said = new List<TrailNotice>();
        while (_said.Reader.TryRead(out var notice))
            said.Add(notice);
        return said;
    }
}
