using System.Management.Automation;
using IncidentTrail.Actions;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Output;
using IncidentTrail.PowerShell.Reading;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the catalogue of Incident Manager's API actions.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailAction", DefaultParameterSetName = ParameterSets.Name)]
[OutputType(typeof(TrailAction))]
public sealed class GetIncidentTrailActionCommand : PSCmdlet
{
    private readonly RunningCmdlet _cmdlet;
    private readonly RefusedInputs _refused;
    private string? _unknown;
    private bool _hasGiven;

    /// <summary>Makes the cmdlet.</summary>
    public GetIncidentTrailActionCommand()
    {
        _cmdlet = new RunningCmdlet(this);
        _refused = new RefusedInputs(fault => WriteError(TrailErrors.Record(fault)));
    }

    /// <summary>Names of actions.</summary>
    [Parameter(ParameterSetName = ParameterSets.Name, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventNameCompleter))]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    public string[] EventName { get; set; } = [];

    /// <summary>Events, steps, incidents, callers or actions, whose actions are wanted.</summary>
    [Parameter(ParameterSetName = ParameterSets.InputObject, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [TrailInput]
    [ArgumentCompleter(typeof(ObjectCompleter))]
    public TrailInput[] InputObject { get; set; } = [];

    /// <summary>Event sources, whole or short.</summary>
    [Parameter(ParameterSetName = ParameterSets.Name, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ParameterSets.InputObject)]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ActionSourceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] EventSource { get; set; } = [];

    /// <summary>Kinds of access.</summary>
    [Parameter]
    [TrailNames(typeof(TrailAccess))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public TrailAccess[] Access { get; set; } = [];

    /// <summary>Categories of changes.</summary>
    [Parameter]
    [TrailNames(typeof(TrailCategory))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public TrailCategory[] Category { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // What is typed, and not what objects in the pipeline bring: events of other services are no mistakes.
        foreach (var doubt in ActionSelection.Doubts(EventSource))
            WriteWarning(TextForDisplay.Plain(doubt));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PatternTexts.Check(_cmdlet, (nameof(EventName), EventName), (nameof(EventSource), EventSource));
        if (ParameterSetName == ParameterSets.InputObject)
        {
            Array.ForEach(InputObject, Take);
            return;
        }
        Give(EventName, EventSource, []);
        foreach (var name in EventName)
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name) && ActionSelection.Misspelt(name, EventSource) is { } misspelt)
                WriteWarning(TextForDisplay.Plain(misspelt));
            else if (EventSource.Length == 0 && !ActionSelection.IsKnown(name))
                _unknown ??= name;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!_hasGiven && _unknown is not null)
            WriteWarning(TextForDisplay.Plain(ActionSelection.Unknown(_unknown)));
    }

    private void Take(TrailInput input)
    {
        if (PipedActions.Of(input) is not { } called)
        {
            _refused.Add(InputFaults.Of(_cmdlet.Name, TakenInput.Actions, input));
            return;
        }
        foreach (var (names, source) in called)
            Give(names, source is null ? [] : [source], EventSource);
    }

    private void Give(IReadOnlyList<string> names, IReadOnlyList<string> sources, IReadOnlyList<string> among)
    {
        foreach (var action in ActionSelection.Select(names, sources, Access, Category).Intersect(ActionSelection.OfSources(among)))
        {
            _hasGiven = true;
            WriteObject(action);
        }
    }
}
