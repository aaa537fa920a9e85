using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace IncidentTrail.PowerShell.Running;

/// <summary>What the classes behind a cmdlet need of it. They know no more of PowerShell, so that they can be tried without
/// a pipeline.</summary>
internal interface ICmdlet
{
    /// <summary>The cmdlet's name, as people type it.</summary>
    string Name { get; }

    /// <summary>The parameter set that what is bound now belongs to.</summary>
    string ParameterSet { get; }

    /// <summary>True where something stands before the cmdlet in its pipeline.</summary>
    bool TakesInput { get; }

    /// <summary>True where a parameter was given, whatever its value.</summary>
    bool IsBound(string parameter);

    void WriteObject(object value);

    /// <summary>True where whoever took an object has enough with it; see <see cref="PipelineEnd"/>.</summary>
    bool HasEnough(Exception given);

    void WriteError(ErrorRecord error);

    void WriteWarning(string text);

    void WriteVerbose(string text);

    void WriteProgress(ProgressRecord progress);

    /// <summary>Takes away what was shown of the work of a cmdlet that was stopped, which may write nothing any more.</summary>
    void ClearProgress(ProgressRecord completed);

    /// <summary>Ends the cmdlet with an error.</summary>
    [DoesNotReturn]
    void ThrowTerminatingError(ErrorRecord error);

    /// <summary>Whether a change is to be made, by -WhatIf and -Confirm.</summary>
    bool ShouldProcess(string target, string action);

    /// <summary>The value of a variable of the caller; null where there is none.</summary>
    object? GetVariable(string name);

    /// <summary>Sets a variable of the caller.</summary>
    void SetVariable(string name, object value);
}
