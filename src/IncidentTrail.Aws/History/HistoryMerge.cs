using System.Runtime.CompilerServices;

namespace IncidentTrail.Aws.History;

/// <summary>
/// Puts the sweeps together, newest first over all accounts and Regions; equal times in the order of the accounts, the
/// Regions and the attributes. The order depends on the events alone, not on which answer comes first.
/// </summary>
internal sealed class HistoryMerge(IReadOnlyList<HistoryLane> lanes, Action<HistoryLane, Exception> onFailure)
{
    /// <summary>The events in order, in runs of one account and Region. A run ends where a page does, so that nothing waits for the next.</summary>
    public async IAsyncEnumerable<HistoryRun> ReadAsync([EnumeratorCancellation] CancellationToken token)
    {
        var waiting = new PriorityQueue<HistoryLane, (long, int)>();
        foreach (var lane in lanes)
        {
            if (await TurnAsync(lane, token).ConfigureAwait(false))
                waiting.Enqueue(lane, lane.Rank);
        }

        HistoryRun? run = null;
        while (waiting.TryDequeue(out var lane, out _))
        {
            if (run is not null && run.Place != lane.Place)
            {
                yield return run;
                run = null;
            }

            run ??= new HistoryRun(lane.Place);
            run.Add(lane.Current.Json);
            if (!lane.MoveNext())
            {
                yield return run;
                run = null;
                if (!await TurnAsync(lane, token).ConfigureAwait(false))
                    continue;
            }

            waiting.Enqueue(lane, lane.Rank);
        }

        if (run is not null)
            yield return run;
    }

    private async ValueTask<bool> TurnAsync(HistoryLane lane, CancellationToken token)
    {
        try
        {
            return await lane.TurnPageAsync(token).ConfigureAwait(false);
        }
        catch (Exception e) when (!token.IsCancellationRequested)
        {
            onFailure(lane, e);
            return false;
        }
    }
}
