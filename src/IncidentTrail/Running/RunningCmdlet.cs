using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace IncidentTrail.PowerShell.Running;

/// <summary>
/// A cmdlet as PowerShell runs it. It may be made in the cmdlet's constructor, before PowerShell knows of it. What is said on the way
/// may name files and keys, whoever named them: nothing of it steers a terminal.
/// </summary>
internal sealed class RunningCmdlet(PSCmdlet cmdlet) : ICmdlet
{
    // PowerShell numbers its own from 1 on, and tells nobody.
    private static long s_lastProgress;

    private readonly long _progress = Interlocked.Decrement(ref s_lastProgress);
    private PSHost? _host;

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
        _host = cmdlet.Host;
        cmdlet.CommandRuntime.WriteProgress(_progress, progress);
    }

    public void ClearProgress(ProgressRecord completed) => _host?.UI?.WriteProgress(_progress, completed);

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
