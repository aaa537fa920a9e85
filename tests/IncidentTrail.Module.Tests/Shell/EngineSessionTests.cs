using IncidentTrail.Shell.Engine;
using IncidentTrail.Shell.Hosting;
using IncidentTrail.Shell.Statements;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>The engine inside one process, over many statements.</summary>
public sealed class EngineSessionTests : IDisposable
{
    private static readonly TerminalTraits NoTerminal = new()
    {
        InputIsTerminal = false, OutputIsTerminal = false, ErrorIsTerminal = false, MovesCursor = false, WantsColour = false,
    };

    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly EngineSession _session;

    public EngineSessionTests()
    {
        var outputs = new StandardOutputs(Channel(_output), Channel(_error));
        var progress = new ProgressLine(outputs.Error, isShown: false, () => 80);
        var ui = new ShellHostUI(outputs, NoTerminal, progress) { Answers = new GivenAnswers() };
        _session = EngineSession.Open(new ShellHost(ui), StagedModule.Folder);
    }

    [Fact]
    public void What_is_stopped_ends_and_the_session_goes_on()
    {
        using var stop = new Timer(_ => _session.Stop(), null, 0, 50);

        Assert.Equal(RunOutcome.Stopped, _session.Run("while ($true) { }"));
        stop.Change(Timeout.Infinite, Timeout.Infinite);

        Assert.Equal(RunOutcome.Succeeded, RunUnstopped("'still here'"));
        Assert.EndsWith("still here" + Environment.NewLine, _output.ToString());
    }

    [Fact]
    public void There_is_nothing_to_stop_at_the_prompt() => Assert.False(_session.Stop());

    [Fact]
    public void Each_statement_sees_whether_the_one_before_succeeded()
    {
        Assert.Equal(RunOutcome.Failed, _session.Run("Get-Command nope -ErrorAction Ignore"));
        _session.Prompt();
        _session.Run("$?");

        Assert.Equal("False" + Environment.NewLine, _output.ToString());
    }

    [Fact]
    public void Completion_comes_from_the_engine()
    {
        var choices = new EngineCompletion(_session).Complete("Get-Modu", "Get-Modu".Length)!;

        Assert.Equal((0, "Get-Modu".Length), (choices.Start, choices.Length));
        Assert.Contains("Get-Module", choices.Texts);
    }

    [Fact]
    public void Completion_knows_the_lines_before()
    {
        var completion = new EngineCompletion(_session) { Earlier = "$answer = 42;\n" };

        Assert.Equal(["$answer"], completion.Complete("$answ", "$answ".Length)!.Texts);
    }

    [Fact]
    public void Completion_leaves_no_errors_behind()
    {
        new EngineCompletion(_session).Complete("Get-Module ./no", "Get-Module ./no".Length);
        _session.Run("$Error.Count");

        Assert.Equal("0" + Environment.NewLine, _output.ToString());
    }

    [Fact]
    public void The_prompt_is_the_sessions_function()
    {
        Assert.StartsWith("PS ", _session.Prompt());
        _session.Run("function prompt { 'mine> ' }");
        Assert.Equal("mine> ", _session.Prompt());
        _session.Run("function prompt { throw 1 }");
        Assert.Equal("PS> ", _session.Prompt());
    }

    [Fact]
    public void A_nested_prompt_where_nobody_types_is_an_error()
    {
        Assert.Equal(RunOutcome.Failed, _session.Run("$Host.EnterNestedPrompt()"));
        Assert.Contains("interactive session", _error.ToString());
    }

    public void Dispose() => _session.Dispose();

    private RunOutcome RunUnstopped(string text)
    {
        // A stop that the timer had begun may still reach the first of these.
        var outcome = _session.Run(text);
        return outcome == RunOutcome.Stopped ? _session.Run(text) : outcome;
    }

    private static OutputChannel Channel(TextWriter writer) =>
        new(writer, isTerminal: false, takesEscapes: false, () => false);
}
