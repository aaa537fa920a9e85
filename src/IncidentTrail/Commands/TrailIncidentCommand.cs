using System.Management.Automation;

namespace IncidentTrail.PowerShell;

/// <summary>What the cmdlets that rebuild incidents share: which incidents, and how far before them to look.</summary>
public abstract class TrailIncidentCommand : TrailSourceCommand
{
    private IncidentReconstruction? _reconstruction;

    /// <summary>Incident records: ARNs or ids.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] IncidentRecordArn { get; set; } = [];

    /// <summary>Response plans: names or ARNs.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] ResponsePlan { get; set; } = [];

    /// <summary>How far before an incident to look for changes.</summary>
    [Parameter]
    [TrailSpan]
    public TimeSpan LookBack { get; set; }

    /// <summary>Lets acknowledgements that fit several incidents feed durations.</summary>
    [Parameter]
    public SwitchParameter IncludeInferred { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _reconstruction = new IncidentReconstruction(
            new TrailIncidentQuery
            {
                IncidentRecordArn = IncidentRecordArn,
                ResponsePlan = ResponsePlan,
                Filter = MakeQuery(),
                LookBack = AskedLookBack,
                IncludeInferred = IncludeInferred,
            },
            Coverage);
    }

    /// <summary>The look-back asked for; null where none was.</summary>
    private protected TimeSpan? AskedLookBack => IsBound(nameof(LookBack)) ? LookBack : null;

    private protected override TrailQuery MakeSourceQuery() =>
        IncidentReconstruction.ReadingFor(MakeQuery(), AskedLookBack, regionsToAsk: ParameterSetName == HistorySet);

    private protected override void TakeInput(TrailInput input)
    {
        if (input is TrailEvent trailEvent)
            _reconstruction!.AddFromPipeline(trailEvent);
        else
            base.TakeInput(input);
    }

    private protected override void Take(TrailEvent trailEvent) => _reconstruction!.Add(trailEvent);

    private protected override void Finish()
    {
        foreach (var incident in _reconstruction!.Incidents())
            Give(incident);
    }

    /// <summary>Gives what the cmdlet gives of an incident.</summary>
    private protected abstract void Give(TrailIncident incident);
}
