using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell.Reading;

/// <summary>What a cmdlet that rebuilds incidents does: it reads the events, and gives the incidents at the end.</summary>
internal sealed class IncidentReading : IDisposable
{
    private readonly TrailSourceCommand _given;
    private readonly SourceReading _reading;
    private readonly Action<TrailIncident> _give;
    private readonly bool _takesIncidents;
    private IncidentReconstruction? _reconstruction;

    /// <param name="given">The cmdlet.</param>
    /// <param name="give">Gives what the cmdlet gives of an incident.</param>
    /// <param name="takesIncidents">True where it takes incidents that were rebuilt before, too.</param>
    internal IncidentReading(TrailSourceCommand given, Action<TrailIncident> give, bool takesIncidents = false)
    {
        (_given, _give, _takesIncidents) = (given, give, takesIncidents);
        _reading = new SourceReading(given, batch => batch.Visit(_reconstruction!.Add, _reconstruction!.Add), Take);
    }

    /// <summary>The look-back asked for; null where none was.</summary>
    internal TimeSpan? LookBack { get; private set; }

    /// <summary>Begins, in BeginProcessing.</summary>
    internal void Begin(string[] incidentRecordArn, string[] responsePlan, TimeSpan lookBack, bool includeInferred,
        string[]? status = null, string[]? title = null)
    {
        PatternTexts.Check(
            new RunningCmdlet(_given), (nameof(TrailIncidentQuery.IncidentRecordArn), incidentRecordArn),
            (nameof(TrailIncidentQuery.ResponsePlan), responsePlan), (nameof(TrailIncidentQuery.Status), status ?? []),
            (nameof(TrailIncidentQuery.Title), title ?? []));
        LookBack = _reading.Bound(nameof(LookBack), lookBack);
        _reading.Begin(() => IncidentReconstruction.ReadingFor(
            _reading.Query(), LookBack, regionsToAsk: _given.ParameterSetName == ParameterSets.EventHistory));
        var wanted = new TrailIncidentQuery
        {
            IncidentRecordArn = incidentRecordArn, ResponsePlan = responsePlan, Filter = _reading.Query(),
            LookBack = LookBack, IncludeInferred = includeInferred, Status = status ?? [], Title = title ?? [],
        };
        _reconstruction = new IncidentReconstruction(wanted, _reading.Coverage);
    }

    /// <summary>Takes what the parameters name now, in ProcessRecord.</summary>
    internal void Process() => _reading.Process();

    /// <summary>Gives the incidents, in EndProcessing.</summary>
    internal void End() => _reading.End(() =>
    {
        var incidents = Incidents();
        while (incidents.TryDequeue(out var incident))
            _give(incident);
        if (_reconstruction!.Doubt is { } doubt)
            _reading.Say(doubt);
        if (_reconstruction.OnlyFailed is { } failed)
            _reading.Say(failed);
    });

    /// <summary>Stops, in StopProcessing.</summary>
    internal void Stop() => _reading.Stop();

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    // Each is let go of once it is given: what is told of it in length would live until the last is given.
    private Queue<TrailIncident> Incidents() => new(_reconstruction!.Incidents());

    private bool Take(TrailInput input)
    {
        switch (input)
        {
            case TrailEvent trailEvent:
                _reconstruction!.AddFromPipeline(trailEvent);
                return true;
            case TrailIncident incident when _takesIncidents:
                _give(incident);
                return true;
            default:
                return false;
        }
    }
}
