using System.Management.Automation;
using IncidentTrail.Tallies;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the distinct callers of a trail's events, or of events from the pipeline.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailCaller", DefaultParameterSetName = PathSet)]
[OutputType(typeof(TrailCallerSummary))]
public sealed class GetIncidentTrailCallerCommand : TrailSourceCommand
{
    private readonly CallerTally _tally = new();

    private protected override void TakeInput(TrailInput input)
    {
        if (input is TrailEvent trailEvent)
            Accept(trailEvent);
        else
            base.TakeInput(input);
    }

    // No event is made of what is only counted.
    private protected override void TakeEvents(TrailBatch batch) => _tally.Add(batch);

    private protected override void Take(TrailEvent trailEvent) => _tally.Add(trailEvent);

    private protected override void Finish()
    {
        foreach (var caller in _tally.Summarize())
            WriteObject(caller);
    }
}
