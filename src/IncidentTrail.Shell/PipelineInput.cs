using System.Management.Automation.Language;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Shell;

/// <summary>The lines of a redirected standard input, for a text that asks for them with <c>$input</c>.</summary>
internal static class PipelineInput
{
    /// <summary>
    /// The lines; null where the text does not ask. Standard input is not touched then: an unattended run may have
    /// inherited one that never ends.
    /// </summary>
    public static IEnumerable<string>? For(string text, InputLines input)
    {
        var asks = Parser.ParseInput(text, out _, out _).Find(
            node => node is VariableExpressionAst { VariablePath: { IsUnqualified: true, UserPath: var name } }
                && name.Equals("input", StringComparison.OrdinalIgnoreCase),
            searchNestedScriptBlocks: false);
        return asks is null ? null : Lines(input);
    }

    private static IEnumerable<string> Lines(InputLines input)
    {
        while (input.Read() is { } line)
            yield return line;
    }
}
