using System.Management.Automation.Language;

namespace IncidentTrail.Shell.Statements;

/// <summary>Puts lines together until they are a whole statement.</summary>
internal sealed class StatementReader(ILineSource lines)
{
    /// <summary>Reads a statement; null at the end of the input.</summary>
    /// <exception cref="OperationCanceledException">The user gave the statement up.</exception>
    public string? Read(Func<string> prompt)
    {
        if (lines.ReadLine(prompt, "") is not { } statement)
            return null;

        while (IsIncomplete(statement, out var block) || (MayGoOn(block) && NextLineGoesOn()))
        {
            if (lines.ReadLine(() => ">> ", statement + "\n") is not { } line)
                break;
            statement += "\n" + line;
        }

        lines.Remember(statement);
        return statement;
    }

    private static bool IsIncomplete(string text, out ScriptBlockAst block)
    {
        block = Parser.ParseInput(text, out _, out var errors);
        return errors.Length > 0 && errors[0].IncompleteInput;
    }

    /// <summary>Whether a clause that belongs to the last statement could stand on the next line.</summary>
    private bool MayGoOn(ScriptBlockAst block) => lines.LooksAhead
        && block.EndBlock?.Statements.LastOrDefault() is
            IfStatementAst { ElseClause: null } or TryStatementAst { Finally: null };

    private bool NextLineGoesOn()
    {
        var word = new string([.. (lines.PeekLine() ?? "").TrimStart().TakeWhile(char.IsLetter)]);
        return word.ToLowerInvariant() is "else" or "elseif" or "catch" or "finally";
    }
}
