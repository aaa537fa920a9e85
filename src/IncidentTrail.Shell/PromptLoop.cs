using IncidentTrail.Shell.Engine;
using IncidentTrail.Shell.Hosting;
using IncidentTrail.Shell.Statements;

namespace IncidentTrail.Shell;

/// <summary>Reads statements and runs them until the input ends or <c>exit</c> is run.</summary>
internal sealed class PromptLoop(EngineSession session, ShellHost host, ILineSource lines)
{
    /// <summary>Runs the statements of a whole session.</summary>
    /// <returns>How the last of them ended.</returns>
    public RunOutcome Run() => Run(() => host.ExitRequest is not null);

    /// <summary>Runs the statements of a prompt that opened inside a pipeline.</summary>
    public void Run(NestedPrompt prompt) => Run(() => prompt.IsLeft || host.ExitRequest is not null);

    private RunOutcome Run(Func<bool> isLeft)
    {
        var statements = new StatementReader(lines);
        var outcome = RunOutcome.Succeeded;
        while (!isLeft())
        {
            try
            {
                if (statements.Read(session.Prompt) is not { } statement)
                    break;
                if (!string.IsNullOrWhiteSpace(statement))
                    outcome = session.Run(statement);
            }
            catch (OperationCanceledException)
            {
                outcome = RunOutcome.Stopped;
            }
        }

        return outcome;
    }
}
