using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the steps of incidents in order of time.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailTimeline", DefaultParameterSetName = PathSet)]
[OutputType(typeof(TrailTimelineEntry))]
public sealed class GetIncidentTrailTimelineCommand : TrailIncidentCommand
{
    /// <summary>Gives the calls that only read an incident as well.</summary>
    [Parameter]
    public SwitchParameter IncludeReads { get; set; }

    private protected override void TakeInput(TrailInput input)
    {
        if (input is TrailIncident incident)
            Give(incident);
        else
            base.TakeInput(input);
    }

    private protected override void Give(TrailIncident incident)
    {
        foreach (var step in incident.GetTimeline(IncludeReads, incident.HasLookBack || AskedLookBack is not null))
            WriteObject(step);
    }
}
