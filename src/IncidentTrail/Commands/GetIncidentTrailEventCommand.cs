using System.Management.Automation;
using IncidentTrail.Sources.History;

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

    /// <summary>Asks Event history again until an event that matches appears.</summary>
    [Parameter(ParameterSetName = HistorySet)]
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait.</summary>
    [Parameter(ParameterSetName = HistorySet)]
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [TrailSpan]
    [PSDefaultValue(Help = "20 minutes")]
    public TimeSpan Timeout { get; set; } = HistoryWait.DefaultTimeout;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Wait && !EventHistory)
            ThrowTerminatingError(TrailErrors.Argument(nameof(Wait), "-Wait asks Event history: it needs -EventHistory."));
        if (IsBound(nameof(Timeout)) && !Wait)
            ThrowTerminatingError(TrailErrors.Argument(nameof(Timeout), "-Timeout is how long -Wait waits: it needs -Wait."));
        if (Timeout <= TimeSpan.Zero)
            ThrowTerminatingError(TrailErrors.Argument(nameof(Timeout), "-Timeout is a time to wait, such as 20m."));
        base.BeginProcessing();
    }

    private protected override HistoryWait? BeginWait() => Wait ? new HistoryWait(Timeout) : null;

    private protected override TrailQuery MakeSourceQuery() =>
        MakeQuery(IsBound(nameof(MaxEvents)) ? MaxEvents : null, Oldest);

    private protected override void Take(TrailEvent trailEvent) => WriteObject(trailEvent);
}
