using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Completion;
using IncidentTrail.PowerShell.Reading;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the steps of incidents in order of time.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailTimeline", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(TrailTimelineEntry))]
public sealed class GetIncidentTrailTimelineCommand : TrailSourceCommand, IDisposable
{
    private readonly IncidentReading _incidents;
    private int _remembered;

    /// <summary>Makes the cmdlet.</summary>
    public GetIncidentTrailTimelineCommand() => _incidents = new IncidentReading(this, Give, takesIncidents: true);

    /// <summary>Gives the calls that only read an incident as well.</summary>
    [Parameter]
    public SwitchParameter IncludeReads { get; set; }

    /// <summary>Incident records: ARNs or ids.</summary>
    [Parameter]
    [TrailTexts]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] IncidentRecordArn { get; set; } = [];

    /// <summary>Response plans: names or ARNs.</summary>
    [Parameter]
    [TrailTexts]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] ResponsePlan { get; set; } = [];

    /// <summary>How far before an incident to look for changes.</summary>
    [Parameter]
    [TrailSpan]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan LookBack { get; set; }

    /// <summary>Lets acknowledgements that fit several incidents feed durations.</summary>
    [Parameter]
    public SwitchParameter IncludeInferred { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        _incidents.Begin(IncidentRecordArn, ResponsePlan, LookBack, IncludeInferred);

    /// <inheritdoc/>
    protected override void ProcessRecord() => _incidents.Process();

    /// <inheritdoc/>
    protected override void EndProcessing() => _incidents.End();

    /// <inheritdoc/>
    protected override void StopProcessing() => _incidents.Stop();

    /// <inheritdoc/>
    public void Dispose() => _incidents.Dispose();

    private void Give(TrailIncident incident)
    {
        SeenValues.Note(incident);
        foreach (var step in incident.GetTimeline(IncludeReads, incident.HasLookBack || _incidents.LookBack is not null))
        {
            if (_remembered++ < CmdletLimits.EventsRemembered)
                SeenValues.Note(step.Event);
            WriteObject(step);
        }
    }
}
