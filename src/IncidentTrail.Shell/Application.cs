using System.Management.Automation;
using IncidentTrail.Shell.Editing;
using IncidentTrail.Shell.Engine;
using IncidentTrail.Shell.Hosting;
using IncidentTrail.Shell.Statements;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Shell;

/// <summary>Puts the parts together and runs what the command line asks for.</summary>
internal sealed class Application
{
    private readonly TerminalTraits _traits = TerminalTraits.Detect();
    private readonly InputLines _input = new(() => Console.In);
    private readonly ConsoleKeys _keys = new();
    private readonly StandardOutputs _outputs;
    private readonly ILineDisplay _display;
    private readonly ShellHost _host;
    private EngineSession? _session;
    private bool _readerLeft;

    public Application()
    {
        if (!_traits.WantsColour && !OperatingSystem.IsWindows())
            PlainConsole.Start();
        _outputs = StandardOutputs.Open(_traits);
        _outputs.Output.ReaderLeft += StopForWantOfReader;
        _display = _traits.MovesCursor
            ? new WrappingLine(_outputs.Dialogue, TerminalSize.EditingWidth)
            : new ScrollingLine(_outputs.Dialogue, TerminalSize.EditingWidth);

        var showsProgress = _traits is { ErrorIsTerminal: true, MovesCursor: true };
        var progress = new ProgressLine(_outputs.Error, showsProgress, TerminalSize.EditingWidth);
        IAnswers answers = _traits.IsInteractive
            ? new TypedAnswers(_keys, _display, () => _session?.Stop())
            : new RedirectedAnswers(_input, _outputs.Dialogue);
        _host = new ShellHost(new ShellHostUI(_outputs, _traits, progress) { Answers = answers });
    }

    /// <summary>Runs, and gives the process's exit code.</summary>
    public int Run(Invocation invocation)
    {
        if (invocation.WantsHelp)
        {
            _outputs.Output.WriteLine(About.Help);
            return ExitCode.Success;
        }

        if (StagedModule.Complaint(StagedModule.Folder) is { } complaint)
        {
            _outputs.Error.WriteLine(complaint);
            return ExitCode.Failure;
        }

        try
        {
            using var session = _session = EngineSession.Open(_host, StagedModule.Folder);
            var outcome = invocation.Text is { } text ? RunText(session, text) : RunStatements(session);
            return _host.ExitRequest ?? CodeOf(outcome);
        }
        catch (RuntimeException e)
        {
            _outputs.Error.WriteLine($"The module at '{StagedModule.Folder}' could not be imported: {e.Message}");
            return ExitCode.Failure;
        }
    }

    private RunOutcome RunText(EngineSession session, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return RunOutcome.Succeeded;

        // A second Ctrl+C ends the process: what runs may not hear the first.
        var wasStopped = false;
        using var interrupt = Interrupt.Handle(() => !wasStopped && (wasStopped = session.Stop()));
        var input = _traits.InputIsTerminal ? null : PipelineInput.For(text, _input);
        return session.Run(text, input);
    }

    private RunOutcome RunStatements(EngineSession session)
    {
        if (!_traits.IsInteractive)
            return new PromptLoop(session, _host, new RedirectedLines(_input)).Run();

        using var interrupt = Interrupt.Handle(() =>
        {
            session.Stop();
            return true;
        });
        _outputs.Dialogue.WriteLine(About.Banner);
        var loop = new PromptLoop(session, _host, new TypedLines(_keys, _display, new EngineCompletion(session)));
        _host.RunNestedPrompt = loop.Run;
        loop.Run();
        return RunOutcome.Succeeded;
    }

    private int CodeOf(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Succeeded => ExitCode.Success,
        RunOutcome.Stopped => _readerLeft ? ExitCode.Success : ExitCode.Interrupted,
        _ => ExitCode.Failure,
    };

    private void StopForWantOfReader()
    {
        _readerLeft = true;
        _session?.Stop();
    }
}
