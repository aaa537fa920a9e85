using System.Management.Automation;
using IncidentTrail.Actions;
using IncidentTrail.PowerShell.Arguments;
using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.PowerShell;

/// <summary>Gives the catalogue of Incident Manager's API actions.</summary>
[Cmdlet(VerbsCommon.Get, "IncidentTrailAction")]
[OutputType(typeof(TrailAction))]
public sealed class GetIncidentTrailActionCommand : PSCmdlet
{
    private bool _hasGiven;
    private bool _hasWarned;
    private string? _unknown;

    /// <summary>Names of actions.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventNameCompleter))]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    public string[] EventName { get; set; } = [];

    /// <summary>Event sources, whole or short.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrailTexts]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ActionSourceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] EventSource { get; set; } = [];

    /// <summary>Kinds of access.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public TrailAccess[] Access { get; set; } = [];

    /// <summary>Categories of changes.</summary>
    [Parameter]
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
        PatternTexts.Check(new RunningCmdlet(this), (nameof(EventName), EventName), (nameof(EventSource), EventSource));
        foreach (var action in ActionSelection.Select(EventName, EventSource, Access, Category))
        {
            _hasGiven = true;
            WriteObject(action);
        }
        foreach (var name in EventName.Where(name => !WildcardPattern.ContainsWildcardCharacters(name)))
        {
            if (ActionSelection.Misspelt(name, EventSource) is { } misspelt)
            {
                _hasWarned = true;
                WriteWarning(TextForDisplay.Plain(misspelt));
            }
            // An object that says whose action it is may well be of another service.
            else if (EventSource.Length == 0 && !ActionSelection.IsKnown(name))
                _unknown ??= name;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!_hasGiven && !_hasWarned && _unknown is { } name)
            WriteWarning(TextForDisplay.Plain(ActionSelection.Unknown(name)));
    }
}
