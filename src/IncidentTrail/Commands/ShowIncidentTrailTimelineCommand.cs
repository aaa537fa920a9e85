using System.Management.Automation;
using IncidentTrail.Drawings;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.Reports;

namespace IncidentTrail.PowerShell;

/// <summary>Draws incidents in the terminal.</summary>
[Cmdlet(VerbsCommon.Show, "IncidentTrailTimeline")]
[OutputType(typeof(string))]
public sealed class ShowIncidentTrailTimelineCommand : PSCmdlet
{
    private readonly List<TrailTimelineEntry> _steps = [];
    private readonly RefusedInputs _refused;
    private DrawingOptions? _options;
    private bool _isNext;

    /// <summary>Makes the cmdlet.</summary>
    public ShowIncidentTrailTimelineCommand() => _refused = new RefusedInputs(fault => WriteError(TrailErrors.Record(fault)));

    /// <summary>Incidents, or steps of timelines.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [TrailInput(TakesOthers = true)]
    [ArgumentCompleter(typeof(ObjectCompleter))]
    public TrailInput[] InputObject { get; set; } = [];

    /// <summary>Whose clock the drawing shows.</summary>
    [Parameter]
    [TrailTimeZone]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [PSDefaultValue(Help = "the session's")]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Local;

    /// <summary>The cells of a line.</summary>
    [Parameter]
    [ValidateRange(CmdletLimits.NarrowestDrawing, CmdletLimits.WidestDrawing)]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public int Width { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        _options = new DrawingOptions(Width > 0 ? Width : DrawnText.Width, TimeZone, DrawnText.Signs);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in InputObject)
        {
            switch (input)
            {
                case TrailIncident incident:
                    Draw(ReportIncident.Whole(incident));
                    break;
                case TrailTimelineEntry { Owner: not null } step:
                    _steps.Add(step);
                    break;
                default:
                    _refused.Add(InputFaults.Of(MyInvocation.MyCommand.Name, TakenInput.Drawn, input));
                    break;
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var content in ReportIncident.OfSteps(_steps))
            Draw(content);
    }

    private void Draw(ReportIncident content)
    {
        if (_isNext)
            WriteObject(DrawnText.Of(DrawnLine.Empty));
        _isNext = true;
        foreach (var line in new TimelineDrawing(content, _options!).Lines())
            WriteObject(DrawnText.Of(line));
    }
}
