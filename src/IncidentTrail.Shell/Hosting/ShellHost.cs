using System.Globalization;
using System.Management.Automation.Host;

namespace IncidentTrail.Shell.Hosting;

/// <summary>What the engine knows of the program around it.</summary>
internal sealed class ShellHost(ShellHostUI ui) : PSHost
{
    /// <summary>What <c>exit</c> asked for; null while nothing did.</summary>
    public int? ExitRequest { get; private set; }

    /// <summary>Reads and runs statements while a pipeline waits; null where nobody is there to type them.</summary>
    public Action<NestedPrompt>? RunNestedPrompt { get; set; }

    /// <summary>The user interface, by its own type.</summary>
    public ShellHostUI ShellUI => ui;

    public override string Name => "IncidentTrail.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => ui;

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    private readonly Stack<NestedPrompt> _nested = [];

    public override void SetShouldExit(int exitCode) => ExitRequest = exitCode;

    public override void EnterNestedPrompt()
    {
        if (RunNestedPrompt is null)
            throw new HostException("A nested prompt needs an interactive session.");

        var prompt = new NestedPrompt();
        _nested.Push(prompt);
        try
        {
            RunNestedPrompt(prompt);
        }
        finally
        {
            _nested.Pop();
        }
    }

    public override void ExitNestedPrompt()
    {
        if (_nested.TryPeek(out var prompt))
            prompt.IsLeft = true;
    }

    public override void NotifyBeginApplication() => ui.ClearProgress();

    public override void NotifyEndApplication()
    {
    }
}
