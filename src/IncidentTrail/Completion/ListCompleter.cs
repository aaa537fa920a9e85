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

    /// <summary>Those that hold what has been typed, the ones that begin with it first.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"').TrimEnd('*');
        return Values(fakeBoundParameters)
            .Where(v => v.Value.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(v => v.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(v => new CompletionResult(v.Value, v.Value, CompletionResultType.ParameterValue, v.ToolTip));
    }
}
