using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>Gives one object an incident, rebuilt from the calls that name it.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailIncident", DefaultParameterSetName = PathSet)]
[OutputType(typeof(TrailIncident))]
public sealed class GetIncidentTrailIncidentCommand : TrailIncidentCommand
{
    private protected override void Give(TrailIncident incident) => WriteObject(incident);
}
