using System.Management.Automation;
using IncidentTrail.Drawings;
using IncidentTrail.Incidents.Results;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell;

/// <summary>Draws by hour and weekday when callers call.</summary>
[Cmdlet(VerbsCommon.Show, "IncidentTrailActivity")]
[OutputType(typeof(string))]
public sealed class ShowIncidentTrailActivityCommand : PSCmdlet
{
    private readonly RefusedInputs _refused;
    private ActivityDrawing? _drawing;

    // One call may be a step of several incidents.
    private readonly HashSet<TrailEvent> _drawn = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes the cmdlet.</summary>
    public ShowIncidentTrailActivityCommand() => _refused = new RefusedInputs(fault => WriteError(TrailErrors.Record(fault)));

    /// <summary>Events.</summary>
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

    /// <summary>The hours in which people work.</summary>
    [Parameter]
    [TrailWorkHours]
    [ArgumentCompleter(typeof(WorkHoursCompleter))]
    [PSDefaultValue(Help = "8-18")]
    public string WorkHours { get; set; } = "8-18";

    /// <summary>The days on which people work.</summary>
    [Parameter]
    [TrailNames(typeof(DayOfWeek))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "Monday, Tuesday, Wednesday, Thursday, Friday")]
    public DayOfWeek[] WorkDay { get; set; } = [.. Drawings.WorkHours.Default.Days];

    /// <summary>So many callers are drawn.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(NumberCompleter))]
    [PSDefaultValue(Help = "20")]
    public int MaxCallers { get; set; } = CmdletLimits.CallersDrawn;

    /// <summary>The cells of a line.</summary>
    [Parameter]
    [ValidateRange(CmdletLimits.NarrowestDrawing, CmdletLimits.WidestDrawing)]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public int Width { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _ = Drawings.WorkHours.TryParse(WorkHours, out var hours, out _);
        _drawing = new ActivityDrawing(
            new DrawingOptions(Width > 0 ? Width : DrawnText.Width, TimeZone, DrawnText.Signs),
            new WorkHours(hours!.Value.From, hours.Value.To, WorkDay));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in InputObject)
        {
            if (PipedEvents.Of(input) is { } events)
            {
                foreach (var trailEvent in events.Where(e => input == e || _drawn.Add(e)))
                    _drawing!.Add(trailEvent);
            }
            else
            {
                _refused.Add(InputFaults.Of(MyInvocation.MyCommand.Name, TakenInput.Calls, input));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var line in _drawing!.Lines(MaxCallers))
            WriteObject(DrawnText.Of(line));
    }
}
