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
            WriteObject(action);
        foreach (var name in EventName)
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name) && ActionSelection.Misspelt(name, EventSource) is { } misspelt)
                WriteWarning(TextForDisplay.Plain(misspelt));
        }
    }
}
