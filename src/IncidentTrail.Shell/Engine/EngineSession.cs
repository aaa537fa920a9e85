using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using IncidentTrail.Shell.Hosting;
using Microsoft.PowerShell;

namespace IncidentTrail.Shell.Engine;

/// <summary>PowerShell's own engine with the staged module in it: runs texts, one after the other.</summary>
internal sealed class EngineSession : IDisposable
{
    private readonly Runspace _runspace;
    private readonly ShellHost _host;
    private readonly Stack<Pipeline> _running = [];
    private readonly Lock _stopping = new();
    private ArrayList _errors = [];

    private EngineSession(Runspace runspace, ShellHost host) => (_runspace, _host) = (runspace, host);

    /// <summary>The folder of the file system that relative paths start from.</summary>
    public string CurrentFolder =>
        Evaluate<string>("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath")!;

    /// <summary>Whether a pipeline runs and has asked for a prompt of its own.</summary>
    private bool IsNested => _running.Count > 0;

    /// <summary>Starts the engine and imports the module.</summary>
    /// <exception cref="RuntimeException">The module could not be imported.</exception>
    public static EngineSession Open(ShellHost host, string moduleFolder)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;

        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        var session = new EngineSession(runspace, host);
        try
        {
            runspace.Open();
            Runspace.DefaultRunspace = runspace;
            session._errors = (ArrayList)runspace.SessionStateProxy.GetVariable("Error");
            using var import = session.NewPowerShell();
            import.Commands = StagedModule.ImportCommand(moduleFolder);
            import.Invoke();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs a text and prints what comes out in PowerShell's form.</summary>
    /// <param name="text">Statements.</param>
    /// <param name="input">What <c>$input</c> gives; null for nothing.</param>
    public RunOutcome Run(string text, IEnumerable? input = null)
    {
        var lastKnownError = _errors.Count > 0 ? _errors[0] : null;
        _host.ShellUI.BeginRun();
        var outcome = Execute(text, input);
        _host.ShellUI.EndRun();
        if (_host.ShellUI.WroteErrors && MissingCommandNote.For(NewErrors(lastKnownError)) is { } note)
            _host.ShellUI.WriteNote(note);
        return outcome;
    }

    /// <summary>The text of the prompt, by the session's <c>prompt</c> function.</summary>
    public string Prompt()
    {
        try
        {
            using var prompt = NewPowerShell();
            return prompt.AddCommand("prompt").Invoke<string>().FirstOrDefault() ?? "PS> ";
        }
        catch (RuntimeException)
        {
            return "PS> ";
        }
    }

    /// <summary>Completes a text. What the search for candidates puts in <c>$Error</c> is taken out of it again.</summary>
    public CommandCompletion Complete(string text, int cursor)
    {
        var before = _errors.Count;
        using var powershell = NewPowerShell();
        var completion = CommandCompletion.CompleteInput(text, cursor, options: null, powershell);
        if (_errors.Count > before)
            _errors.RemoveRange(0, _errors.Count - before);
        return completion;
    }

    /// <summary>Stops what runs, if anything does; returns at once.</summary>
    /// <returns>Whether something was running.</returns>
    public bool Stop()
    {
        lock (_stopping)
        {
            if (!_running.TryPeek(out var pipeline))
                return false;
            pipeline.StopAsync();
            return true;
        }
    }

    /// <summary>Shows an exception in PowerShell's form of an error.</summary>
    public void Report(RuntimeException exception)
    {
        using var pipeline = NewPipeline("$input", addToHistory: false);
        pipeline.Commands.Add(new Command("Out-Default", isScript: false, useLocalScope: true));
        using (_host.ShellUI.OutputAsErrors())
            pipeline.Invoke(new[] { exception.ErrorRecord });
    }

    public void Dispose() => _runspace.Dispose();

    private RunOutcome Execute(string text, IEnumerable? input)
    {
        // Only what is added to the history leaves its $? behind.
        using var pipeline = NewPipeline(text, addToHistory: true);
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add(new Command("Out-Default", isScript: false, useLocalScope: true));
        try
        {
            Invoke(pipeline, input);
        }
        catch (PipelineStoppedException)
        {
            return RunOutcome.Stopped;
        }
        catch (RuntimeException e)
        {
            if (WasStopped(pipeline))
                return RunOutcome.Stopped;
            Report(e is IncompleteParseException ? Unfinished(text) : e);
            return RunOutcome.Failed;
        }

        if (WasStopped(pipeline))
            return RunOutcome.Stopped;
        return LastStatementSucceeded() ? RunOutcome.Succeeded : RunOutcome.Failed;
    }

    private void Invoke(Pipeline pipeline, IEnumerable? input)
    {
        lock (_stopping)
            _running.Push(pipeline);
        try
        {
            pipeline.Invoke(input ?? Array.Empty<object>());
        }
        finally
        {
            lock (_stopping)
                _running.Pop();
        }
    }

    /// <summary>The engine's own exception for a text that breaks off shows as nothing: hosts are to ask for more.</summary>
    private static ParseException Unfinished(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return new ParseException(errors);
    }

    private static bool WasStopped(Pipeline pipeline) =>
        pipeline.PipelineStateInfo.State is PipelineState.Stopping or PipelineState.Stopped;

    private bool LastStatementSucceeded() => Evaluate<bool>("$global:?");

    private T? Evaluate<T>(string expression)
    {
        using var powershell = NewPowerShell();
        return powershell.AddScript(expression).Invoke<T>().FirstOrDefault();
    }

    private Pipeline NewPipeline(string text, bool addToHistory) => IsNested
        ? _runspace.CreateNestedPipeline(text, addToHistory)
        : _runspace.CreatePipeline(text, addToHistory);

    private PowerShell NewPowerShell() =>
        IsNested ? PowerShell.Create(RunspaceMode.CurrentRunspace) : PowerShell.Create(_runspace);

    private IEnumerable<ErrorRecord> NewErrors(object? lastKnown) =>
        _errors.Cast<object>().TakeWhile(error => error != lastKnown).OfType<ErrorRecord>();
}
