using IncidentTrail.Texts;

namespace IncidentTrail.Sources.History;

/// <summary>Waiting for an event to appear in Event history: when to ask again, and when to give up.</summary>
internal sealed class HistoryWait
{
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;
    private readonly long _began;

    /// <summary>Begins to wait.</summary>
    public HistoryWait(TimeSpan timeout, TimeProvider? clock = null)
    {
        _timeout = timeout;
        _clock = clock ?? TimeProvider.System;
        _began = _clock.GetTimestamp();
    }

    /// <summary>How often was asked.</summary>
    public int Asked { get; private set; } = 1;

    /// <summary>What to say when the time has run out.</summary>
    public string Expiry =>
        $"No event that matches has appeared within {Text(_timeout)}; Event history was asked {HowOften.Times(Asked)}. It shows a call "
        + "some 5 to 15 minutes after it was made, in the account and Region where it was made.";

    /// <summary>Waits until it is time to ask again; false when the time has run out.</summary>
    public async Task<bool> AgainAsync(CancellationToken token)
    {
        var left = _timeout - _clock.GetElapsedTime(_began);
        if (left <= TimeSpan.Zero)
            return false;
        await Task.Delay(left < EngineLimits.HistoryInterval ? left : EngineLimits.HistoryInterval, _clock, token).ConfigureAwait(false);
        Asked++;
        return true;
    }

    private static string Text(TimeSpan span) => span.TotalMinutes >= 1 && span.Seconds == 0
        ? FormattableString.Invariant($"{span.TotalMinutes:0} minutes") : FormattableString.Invariant($"{span.TotalSeconds:0} seconds");
}
