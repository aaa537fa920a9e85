using IncidentTrail.Sources.Places;

namespace IncidentTrail.Sources.Queues;

/// <summary>
/// Whether an object that a message names is a log. Of most its name tells; a delivery stream gives its objects names without an
/// ending, and of those, as in a folder, the first bytes do: a message that is taken for one without a log is deleted.
/// </summary>
internal static class NamedContent
{
    /// <summary>True for a log, and for what cannot be had: whoever reads it says why, and the message stays.</summary>
    internal static async ValueTask<bool> IsLogAsync(INamedLogs logs, TrailLog log, CancellationToken token)
    {
        var kind = LogPlace.Of(log);
        if (kind != LogPlaceKind.Unknown || log.Size == 0)
            return kind is LogPlaceKind.Log or LogPlaceKind.Empty;
        try
        {
            await using var stored = await logs.OpenAsync(log, token).ConfigureAwait(false);
            var first = new byte[EngineLimits.LookedAt];
            var read = await stored.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, token).ConfigureAwait(false);
            return LogSniff.KindOf(first.AsSpan(0, read), log.Location) == LogPlaceKind.Log;
        }
        catch (Exception e) when (e is TrailSourceException or IOException && !token.IsCancellationRequested)
        {
            return true;
        }
    }
}
