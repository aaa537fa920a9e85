using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IncidentTrail.PowerShell;

/// <summary>Completes a parameter from a list; what the derived class lists is all it knows.</summary>
public abstract class ListCompleter : IArgumentCompleter
{
    /// <summary>The values, each with what to say of it.</summary>
    protected abstract IEnumerable<(string Value, string ToolTip)> Values(IDictionary bound);

    /// <summary>The values of a parameter that the command line gives as they stand; none where it gives none.</summary>
    private protected static string[] Texts(IDictionary bound, string parameter) => bound[parameter] switch
    {
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().Select(one => one?.ToString()).OfType<string>()],
        _ => [],
    };

    /// <summary>The values for a parameter of a completer that serves several.</summary>
    private protected virtual IEnumerable<(string Value, string ToolTip)> ValuesOf(string parameter, IDictionary bound) => Values(bound);

    /// <summary>Those that hold what has been typed, the ones that begin with it first.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"').Trim('*');
        var fitting = ValuesOf(parameterName, fakeBoundParameters)
            .Where(v => v.Value.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(v => v.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(v => new CompletionResult(Quoted(v.Value), v.Value, CompletionResultType.ParameterValue, v.ToolTip))
            .ToList();
        // Where nothing is offered PowerShell offers the names of files.
        if (fitting.Count == 0 && typed.Length == 0)
            fitting.Add(new CompletionResult("''", "''", CompletionResultType.ParameterValue, "No value is known here: type it."));
        else if (fitting.Count == 0)
            fitting.Add(new CompletionResult(wordToComplete, typed, CompletionResultType.ParameterValue, "No such value is known here; it is taken as typed."));
        return fitting;
    }

    private static string Quoted(string value) => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '+' or '=')
        ? value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
}
