using IncidentTrail.Integrity;
using IncidentTrail.Integrity.Evidence;
using IncidentTrail.Integrity.Keys;
using IncidentTrail.Integrity.Places;
using IncidentTrail.Integrity.Verdicts;
using IncidentTrail.PowerShell.Running;
using IncidentTrail.Texts;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>The loop that tests the digests and logs of places, and gives each verdict, or what all of them come to.</summary>
/// <param name="run">The cmdlet's run.</param>
/// <param name="scope">What is to be tested.</param>
/// <param name="summarizes">True to give the summary alone.</param>
/// <param name="isQuiet">True to give alone whether everything is intact.</param>
internal sealed class IntegrityReading(CmdletRun run, IntegrityScope scope, bool summarizes, bool isQuiet)
{
    private readonly PacedProgress _progress = new(run, "Testing log integrity");
    private readonly TrailIntegritySummary _summary = new() { StartTimeUtc = scope.StartUtc, EndTimeUtc = scope.EndUtc };

    /// <summary>Says a fault as an error; nothing is proven intact then.</summary>
    internal void Report(TrailFault fault)
    {
        _summary.Take(IntegrityItem.Of(TrailNotice.Fault(fault)));
        run.Report(fault);
    }

    /// <summary>Opens what is in a bucket, tests it, and closes it.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="keys">The public keys of a file; null for those that CloudTrail gives.</param>
    internal void Test(Func<IntegritySource> open, IDigestKeys? keys) => Guard(() =>
    {
        using var source = open();
        foreach (var notice in source.Notices)
            run.Write(notice);
        Take(new IntegrityTest(source.Place, keys ?? source.Keys, source.Scope, source.Ahead, source.Ahead));
    });

    /// <summary>Tests a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="keys">The public keys; null where none can be asked.</param>
    /// <param name="ahead">How many digests or logs may be read ahead.</param>
    internal void Test(IIntegrityPlace place, IDigestKeys? keys, int ahead) => Guard(() =>
        Take(new IntegrityTest(place, keys, scope, ahead, ahead)));

    /// <summary>Tests a package of evidence; false where a path is none.</summary>
    /// <param name="path">A folder or file.</param>
    /// <param name="keys">The keys to trust; null for the package's own.</param>
    /// <param name="isNarrowed">True where something else of it is to be tested than when it was made.</param>
    internal bool TestPackage(string path, IDigestKeys? keys, bool isNarrowed)
    {
        var isPackage = true;
        Guard(() =>
        {
            using var files = EvidencePackage.Open(path);
            isPackage = files is not null;
            if (files is null)
                return;
            var test = new EvidenceTest(files, keys, isNarrowed ? scope : null, CmdletLimits.FilesAhead);
            foreach (var item in test.RunAsync(run.StopToken).ToBlockingEnumerable(run.StopToken))
            {
                Take(item);
                _progress.Show(() => ($"{Count(_summary.Digests.Total + _summary.BackfillDigests.Total, "digest")}, {Count(_summary.Logs.Total, "log")} of {path}", -1, null));
            }
        });
        return isPackage;
    }

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

    private void Guard(Action test) => run.Guard(() =>
    {
        try
        {
            test();
        }
        catch (TrailSourceException e)
        {
            // What ends the test is an error, and what it has not reached is not proven.
            _summary.Take(IntegrityItem.Of(TrailNotice.Fault(e.Fault)));
            throw;
        }
    });

    private void Take(IntegrityTest test)
    {
        foreach (var item in test.RunAsync(run.StopToken).ToBlockingEnumerable(run.StopToken))
        {
            Take(item);
            _progress.Show(() => ProgressOf(test));
        }
    }

    private void Take(IntegrityItem item)
    {
        _summary.Take(item);
        if (item.Notice is { } notice)
            run.Write(notice);
        if (item.Result is { } result && !summarizes && !isQuiet)
            run.Cmdlet.WriteObject(result);
    }

    // Each digest takes its logs with it, so digests are what the whole is counted by; what no digest lists comes last.
    private (string Status, int Percent, string? Operation) ProgressOf(IntegrityTest test)
    {
        var done = FormattableString.Invariant($"{test.DigestsJudged:N0} of {Count(test.DigestsListed, "digest")}, {Count(_summary.Logs.Total, "log")}");
        return test switch
        {
            { DigestsJudged: 0 } => ($"{Count(test.DigestsListed, "digest")} listed", -1, null),
            { LogsListed: > 0 } => (done, 99, $"{Count(test.LogsListed, "log")} listed to find those in no digest"),
            _ => (done, Math.Min(99, 100 * test.DigestsJudged / Math.Max(1, test.DigestsListed)), null),
        };
    }
    private static string Count(long count, string noun) => FormattableString.Invariant($"{count:N0} {Counted.Noun(count, noun)}");
}
