using IncidentTrail.Integrity;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>The loop that tests the digests and logs of places, and gives each verdict, or what all of them come to.</summary>
/// <param name="run">The cmdlet's run.</param>
/// <param name="scope">What is to be tested.</param>
/// <param name="summarizes">True to give the summary alone.</param>
/// <param name="isQuiet">True to give alone whether everything is intact.</param>
internal sealed class IntegrityReading(CmdletRun run, IntegrityScope scope, bool summarizes, bool isQuiet)
{
    private readonly PacedProgress _progress = new(run.Cmdlet, "Testing log integrity");
    private readonly TrailIntegritySummary _summary = new() { StartTimeUtc = scope.StartUtc, EndTimeUtc = scope.EndUtc };

    /// <summary>Says a fault as an error; nothing is proven intact then.</summary>
    internal void Report(TrailFault fault)
    {
        _summary.Take(IntegrityItem.Of(TrailNotice.Fault(fault)));
        run.Report(fault);
    }

    /// <summary>Tests a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="keys">The public keys; null where none can be asked.</param>
    /// <param name="ahead">How many digests or logs may be read ahead.</param>
    internal void Test(IIntegrityPlace place, IDigestKeys? keys, int ahead) => run.Guard(() =>
    {
        try
        {
            foreach (var item in new IntegrityTest(place, keys, scope, ahead, ahead).RunAsync(run.StopToken).ToBlockingEnumerable(run.StopToken))
                Take(item);
        }
        catch (TrailSourceException e)
        {
            // What ends the test is an error, and what it has not reached is not proven.
            _summary.Take(IntegrityItem.Of(TrailNotice.Fault(e.Fault)));
            throw;
        }
    });

    /// <summary>Gives what is given at the end.</summary>
    internal void Finish()
    {
        _progress.Hide();
        if (isQuiet)
            run.Cmdlet.WriteObject(_summary.IsIntact);
        else if (summarizes)
            run.Cmdlet.WriteObject(_summary);
        else
            run.Cmdlet.WriteVerbose(_summary.ToString());
    }

    private void Take(IntegrityItem item)
    {
        _summary.Take(item);
        if (item.Notice is { } notice)
            run.Write(notice);
        if (item.Result is not { } result)
            return;
        if (!summarizes && !isQuiet)
            run.Cmdlet.WriteObject(result);
        _progress.Show(() => ($"{_summary.Digests.Total + _summary.BackfillDigests.Total:N0} digests, {_summary.Logs.Total:N0} logs", -1, null));
    }
}
