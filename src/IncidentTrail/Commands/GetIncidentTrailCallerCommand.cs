using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Completion;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Reading;
using IncidentTrail.Tallies;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the distinct callers of a trail's events, or of events from the pipeline.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailCaller", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(TrailCallerSummary))]
public sealed class GetIncidentTrailCallerCommand : TrailSourceCommand, IDisposable
{
    private readonly CallerTally _tally = new();
    private readonly SourceReading _reading;

    /// <summary>Makes the cmdlet.</summary>
    public GetIncidentTrailCallerCommand() => _reading = new SourceReading(this, Count);

    /// <summary>What counts as one caller.</summary>
    [Parameter]
    [TrailNames(typeof(TrailCallerGrouping), IsOne = true)]
    [PSDefaultValue(Help = "Session")]
    public TrailCallerGrouping GroupBy { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _reading.Begin(() => _reading.Query(callersBy: GroupBy));

    /// <inheritdoc/>
    protected override void ProcessRecord() => _reading.Process();

    /// <inheritdoc/>
    protected override void EndProcessing() => _reading.End(() =>
    {
        var remembered = 0;
        foreach (var caller in _tally.Summaries(GroupBy))
        {
            if (remembered++ < CmdletLimits.CallersRemembered)
                SeenValues.Note(caller);
            WriteObject(GroupBy == TrailCallerGrouping.Session ? caller : GroupedCaller.Of(caller));
        }
    });

    /// <inheritdoc/>
    protected override void StopProcessing() => _reading.Stop();

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    // No event is made of what is only counted.
    private void Count(TrailBatch batch)
    {
        batch.VisitCalls(_tally.Add, _tally.Add);
        if (batch.Counted is { } counted)
            _tally.Add(counted);
    }
}
