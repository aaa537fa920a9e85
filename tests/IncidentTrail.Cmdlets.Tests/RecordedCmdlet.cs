using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>A cmdlet that no PowerShell runs: it is what a test says it is, and keeps what is said through it, in order.</summary>
internal sealed class RecordedCmdlet : ICmdlet
{
    public string Name => "Get-IncidentTrailThing";

    public string ParameterSet { get; init; } = ParameterSets.Path;

    public bool TakesInput { get; init; }

    /// <summary>The parameters that were given.</summary>
    public HashSet<string> Given { get; init; } = [];

    public Dictionary<string, object> Variables { get; } = [];

    /// <summary>What was said: its kind, then its text; of an error the id.</summary>
    public List<string> Said { get; } = [];

    public bool IsBound(string parameter) => Given.Contains(parameter);

    public void WriteObject(object value) => Said.Add($"object {value}");

    public bool HasEnough(Exception given) => false;

    public void WriteError(ErrorRecord error) => Said.Add($"error {error.FullyQualifiedErrorId}");

    public void WriteWarning(string text) => Said.Add($"warning {text}");

    public void WriteVerbose(string text) => Said.Add($"verbose {text}");

    /// <summary>What was shown of the work, and taken away.</summary>
    public List<string> Shown { get; } = [];

    public void WriteProgress(ProgressRecord progress) => Shown.Add($"{progress.RecordType} {progress.StatusDescription}");

    public void ClearProgress(ProgressRecord completed) => Shown.Add($"cleared {completed.RecordType}");

    [DoesNotReturn]
    public void ThrowTerminatingError(ErrorRecord error) => throw new EndedException(error);

    public bool ShouldProcess(string target, string action) => true;

    public object? GetVariable(string name) => Variables.GetValueOrDefault(name);

    public void SetVariable(string name, object value) => Variables[name] = value;
}
