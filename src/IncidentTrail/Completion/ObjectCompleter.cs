using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IncidentTrail.PowerShell;

/// <summary>Begins a variable where an object is meant: where nothing is offered PowerShell offers the names of files.</summary>
public sealed class ObjectCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var text = wordToComplete.Length == 0 ? "$" : wordToComplete;
        return [new CompletionResult(text, text, CompletionResultType.ParameterValue, "An object: a variable that holds it, or a command in parentheses.")];
    }
}
