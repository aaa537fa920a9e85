using System.Management.Automation;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Completion;
using IncidentTrail.PowerShell.Reading;
using IncidentTrail.Sources.History;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the events of a trail.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailEvent", DefaultParameterSetName = ParameterSets.Path)]
[OutputType(typeof(TrailEvent))]
public sealed class GetIncidentTrailEventCommand : TrailSourceCommand, IDisposable
{
    private readonly SourceReading _reading;

    /// <summary>Makes the cmdlet.</summary>
    public GetIncidentTrailEventCommand() => _reading = new SourceReading(this, SourceReading.Each(Give));

    /// <summary>At most so many events.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public long MaxEvents { get; set; } = long.MaxValue;

    /// <summary>Sorts by time, ascending.</summary>
    [Parameter]
    public SwitchParameter Oldest { get; set; }

    /// <summary>The latest so many events, the latest first.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [ArgumentCompleter(typeof(NumberCompleter))]
    public long Newest { get; set; }

    /// <summary>The file that keeps what was given, so that only what is new is given.</summary>
    [Parameter(ParameterSetName = ParameterSets.Path)]
    [Parameter(ParameterSetName = ParameterSets.LiteralPath)]
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [Parameter(ParameterSetName = ParameterSets.EventHistory)]
    [ValidateNotNullOrEmpty]
    public string? CheckpointPath { get; set; }

    /// <summary>Asks Event history again until an event that matches appears.</summary>
    [Parameter(ParameterSetName = ParameterSets.EventHistory)]
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait.</summary>
    [Parameter(ParameterSetName = ParameterSets.EventHistory)]
    [Parameter(ParameterSetName = ParameterSets.Bucket)]
    [Parameter(ParameterSetName = ParameterSets.Trail)]
    [TrailSpan]
    [ArgumentCompleter(typeof(SpanCompleter))]
    [PSDefaultValue(Help = "20 minutes")]
    public TimeSpan Timeout { get; set; } = EngineLimits.HistoryPatience;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Wait && !EventHistory)
            _reading.Refuse(nameof(Wait), "-Wait asks Event history: it needs -EventHistory.");
        if (_reading.Bound(nameof(Timeout), Timeout) is not null && !Wait)
            _reading.Refuse(nameof(Timeout), "-Timeout is how long -Wait waits: it needs -Wait.");
        if (Timeout <= TimeSpan.Zero)
            _reading.Refuse(nameof(Timeout), "-Timeout is a time to wait, such as 20m.");
        var newest = _reading.Bound(nameof(Newest), Newest);
        if (newest is not null && (Oldest || _reading.Bound(nameof(MaxEvents), MaxEvents) is not null))
            _reading.Refuse(nameof(Newest), "-Newest says both how many and in which order: give it without -MaxEvents and -Oldest.");
        _reading.Begin(() => _reading.Query(_reading.Bound(nameof(MaxEvents), MaxEvents), Oldest, newest), CheckpointPath);
    }

    private int _remembered;

    private void Give(TrailEvent trailEvent)
    {
        if (_remembered++ < CmdletLimits.EventsRemembered)
            SeenValues.Note(trailEvent);
        _reading.Give(trailEvent);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _reading.Process();

    /// <inheritdoc/>
    protected override void EndProcessing() => _reading.End(wait: Wait ? () => new HistoryWait(Timeout) : null);

    /// <inheritdoc/>
    protected override void StopProcessing() => _reading.Stop();

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();
}
