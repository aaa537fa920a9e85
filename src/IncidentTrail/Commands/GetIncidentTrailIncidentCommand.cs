using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Completion;
using IncidentTrail.PowerShell.Reading;

namespace IncidentTrail.PowerShell;

/// <summary>Gives one object an incident, rebuilt from the calls that name it.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailIncident", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(TrailIncident))]
public sealed class GetIncidentTrailIncidentCommand : TrailSourceCommand, IDisposable
{
    private readonly IncidentReading _incidents;

    /// <summary>Makes the cmdlet.</summary>
    public GetIncidentTrailIncidentCommand() => _incidents = new IncidentReading(this, incident =>
    {
        SeenValues.Note(incident);
        WriteObject(incident);
    });

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

    /// <summary>Statuses.</summary>
    [Parameter]
    [TrailTexts]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string[] Status { get; set; } = [];

    /// <summary>Titles.</summary>
    [Parameter]
    [TrailTexts]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SeenCompleter))]
    public string[] Title { get; set; } = [];

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
        _incidents.Begin(IncidentRecordArn, ResponsePlan, LookBack, IncludeInferred, Status, Title);

    /// <inheritdoc/>
    protected override void ProcessRecord() => _incidents.Process();

    /// <inheritdoc/>
    protected override void EndProcessing() => _incidents.End();

    /// <inheritdoc/>
    protected override void StopProcessing() => _incidents.Stop();

    /// <inheritdoc/>
    public void Dispose() => _incidents.Dispose();
}
