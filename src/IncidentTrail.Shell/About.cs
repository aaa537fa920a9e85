using System.Management.Automation;
using IncidentTrail.Shell.Engine;

namespace IncidentTrail.Shell;

/// <summary>What the shell says of itself.</summary>
internal static class About
{
    private const string Limits = """
        This is the bare engine: Sort-Object, Select-Object, Format-List and the
        other cmdlets that ship with pwsh are not in it. pwsh 7.4 or later gives them:
        """;

    /// <summary>Greets whoever starts an interactive session.</summary>
    public static string Banner => $"""
        IncidentTrail {Version(typeof(About))} in PowerShell's own engine, {Version(typeof(PSObject))}.
        {Limits}
        {Import}
        Tab completes, the arrows recall, Ctrl+C stops what runs, exit leaves.
        """;

    /// <summary>Answers <c>--help</c>.</summary>
    public static string Help => $"""
        Runs PowerShell with the IncidentTrail module in it, on a machine that has the .NET SDK and no pwsh.

        dotnet run --project src/IncidentTrail.Shell -- 'PIPELINE'
            runs the pipeline and ends; several arguments are joined by a space.
        dotnet run --project src/IncidentTrail.Shell
            an interactive prompt, or the statements of a redirected standard input.

        Exit codes are those of pwsh -Command: the code that exit gives, else 1 when
        the last statement failed, else 0; 130 after Ctrl+C. Results go to standard
        output; errors, warnings and progress to standard error. Colours on terminals
        only, and not when NO_COLOR is set or TERM is dumb.

        {Limits}
        {Import}
        """;

    private static string Import => $"    Import-Module '{StagedModule.Folder}'";

    private static string Version(Type type) =>
        System.Diagnostics.FileVersionInfo.GetVersionInfo(type.Assembly.Location).ProductVersion?.Split('+', ' ')[0] ?? "";
}
