using System.Management.Automation;
using System.Management.Automation.Runspaces;
using IncidentTrail.Aws.Tests.Api;
using PowerShellHost = System.Management.Automation.PowerShell;

namespace IncidentTrail.Module.Tests;

/// <summary>PowerShell's own SDK with the staged module imported, at the repository's root.</summary>
public sealed class ModuleRunspace : IDisposable
{
    private readonly Runspace _runspace;

    public ModuleRunspace()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([Repository.Manifest]);
        state.ThrowOnRunspaceOpenError = true;
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        _runspace.SessionStateProxy.Path.SetLocation(Repository.Root);
    }

    public void Dispose() => _runspace.Dispose();

    /// <summary>Runs a script, and fails where it writes an error.</summary>
    public IReadOnlyList<PSObject> Run(string script)
    {
        using var shell = PowerShellHost.Create();
        shell.Runspace = _runspace;
        var output = shell.AddScript(script).Invoke();
        Assert.True(shell.Streams.Error.Count == 0, $"{script}\n{string.Join("\n", shell.Streams.Error)}");
        return output;
    }

    /// <summary>Runs a script until something has happened, and stops it then from another thread, as Ctrl+C does. Gives what it gave.</summary>
    public async Task<IReadOnlyList<PSObject>> StopAsync(string script, Func<bool> happened)
    {
        using var shell = PowerShellHost.Create();
        shell.Runspace = _runspace;
        using var output = new PSDataCollection<PSObject>();
        var running = Task.Factory.FromAsync(shell.AddScript(script).BeginInvoke<PSObject, PSObject>(null, output), shell.EndInvoke);
        await Eventually.HoldsAsync(happened, () => running.IsCompleted);
        await Task.Run(shell.Stop).WaitAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        return [.. output];
    }

    /// <summary>The errors that a script writes, whether they end a statement or not.</summary>
    public IReadOnlyList<ErrorRecord> Errors(string script)
    {
        using var shell = PowerShellHost.Create();
        shell.Runspace = _runspace;
        shell.AddScript(script).Invoke();
        return [.. shell.Streams.Error];
    }
}
