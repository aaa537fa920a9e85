namespace IncidentTrail.Module.Tests.Processes;

/// <summary>What a run of pwsh left behind.</summary>
internal sealed record PwshRun(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
