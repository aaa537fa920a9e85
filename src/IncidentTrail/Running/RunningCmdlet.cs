using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace IncidentTrail.PowerShell.Running;

/// <summary>
/// A cmdlet as PowerShell runs it. It may be made in the cmdlet's constructor, before PowerShell knows of it. What is said on the way
/// may name files and keys, whoever named them: nothing of it steers a terminal.
/// </summary>
internal sealed class RunningCmdlet(PSCmdlet cmdlet) : ICmdlet
{
    public string Name => cmdlet.MyInvocation.MyCommand.Name;

    public string ParameterSet => cmdlet.ParameterSetName;

    public bool TakesInput => cmdlet.MyInvocation.ExpectingInput;

    public bool IsBound(string parameter) => cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter);

    public void WriteObject(object value) => cmdlet.WriteObject(value);

    public bool HasEnough(Exception given) => PipelineEnd.HasEnough(cmdlet, given);

    public void WriteError(ErrorRecord error) => cmdlet.WriteError(error);

    public void WriteWarning(string text) => cmdlet.WriteWarning(TextForDisplay.Plain(text));

    public void WriteVerbose(string text) => cmdlet.WriteVerbose(TextForDisplay.Plain(text));

    public void WriteProgress(ProgressRecord progress)
    {
        progress.StatusDescription = TextForDisplay.Plain(progress.StatusDescription);
        progress.CurrentOperation = progress.CurrentOperation is { } operation ? TextForDisplay.Plain(operation) : null;
        cmdlet.WriteProgress(progress);
    }

    [DoesNotReturn]
    public void ThrowTerminatingError(ErrorRecord error)
    {
        cmdlet.ThrowTerminatingError(error);
        throw error.Exception;
    }

    public bool ShouldProcess(string target, string action) =>
        cmdlet.ShouldProcess(TextForDisplay.Plain(target), TextForDisplay.Plain(action));

    public object? GetVariable(string name) => cmdlet.SessionState.PSVariable.GetValue(name);

    public void SetVariable(string name, object value) => cmdlet.SessionState.PSVariable.Set(name, value);
}
