using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the events of a trail.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailEvent", DefaultParameterSetName = PathSet)]
[OutputType(typeof(TrailEvent))]
public sealed class GetIncidentTrailEventCommand : TrailSourceCommand
{
    /// <summary>At most so many events.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long MaxEvents { get; set; } = long.MaxValue;

    /// <summary>Sorts by time, ascending.</summary>
    [Parameter]
    public SwitchParameter Oldest { get; set; }

    private protected override TrailQuery MakeSourceQuery() =>
        MakeQuery(IsBound(nameof(MaxEvents)) ? MaxEvents : null, Oldest);

    private protected override void Take(TrailEvent trailEvent) => WriteObject(trailEvent);
}
