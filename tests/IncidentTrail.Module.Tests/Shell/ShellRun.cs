namespace IncidentTrail.Module.Tests.Shell;

/// <summary>What a run of the shell left behind.</summary>
internal sealed record ShellRun(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
