using System.Diagnostics;
using System.Text;

namespace IncidentTrail.Module.Tests.Processes;

/// <summary>The pinned pwsh as a process of its own, the staged module imported, all three streams redirected.</summary>
internal static class ChildPwsh
{
    // Only what never ends waits so long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a script to its end; with the module of another folder where one is named.</summary>
    public static PwshRun Run(string script, string? module = null)
    {
        using var process = Start(script, module);
        return EndOf(process);
    }

    /// <summary>Starts a script.</summary>
    public static Process Start(string script, string? module = null)
    {
        var process = Process.Start(Redirected("dotnet", Arguments(script, module)))!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Runs a script to its end in a process that may have so many files open at once.</summary>
    public static PwshRun RunWithOpenFiles(int most, string script)
    {
        var command = string.Join(' ', Arguments(script).Select(Quoted));
        using var process = Process.Start(Redirected("sh", ["-c", $"ulimit -n {most} && exec dotnet {command}"]))!;
        process.StandardInput.Close();
        return EndOf(process);
    }

    /// <summary>Starts a script at a terminal that passes on what is written to the process.</summary>
    public static Process StartAtTerminal(string script)
    {
        // Where the tests are a background job of a script, what they start would be deaf to Ctrl+C.
        string[] program = ["env", "--default-signal=INT", "dotnet"];
        var command = string.Join(' ', program.Concat(Arguments(script)).Select(Quoted));

        // A shell that stays between the terminal and the program dies of Ctrl+C itself, and its end would be told as the program's.
        return Process.Start(Redirected("script", ["-qec", $"exec {command}", "/dev/null"]))!;
    }

    /// <summary>Reads what a terminal shows up to a text, or to its end.</summary>
    public static async Task ShowsAsync(Process terminal, string text)
    {
        var shown = new StringBuilder();
        var next = new char[1];
        while (!shown.ToString().Contains(text, StringComparison.Ordinal) && await terminal.StandardOutput.ReadAsync(next) > 0)
            shown.Append(next[0]);
    }

    /// <summary>What a process leaves behind; one that does not end is killed and fails the test.</summary>
    public static PwshRun EndOf(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("pwsh did not end.");
        }

        return new PwshRun(process.ExitCode, output.Result, error.Result);
    }

    private static string[] Arguments(string script, string? module = null) =>
        [Repository.Pwsh, "-NoLogo", "-NoProfile", "-Command",
            $"Import-Module '{Path.Combine(module ?? Repository.StagedModule, "IncidentTrail.psd1")}'\n{script}"];

    private static string Quoted(string argument) => $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static ProcessStartInfo Redirected(string program, string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = Repository.Root,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(false),
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
        Environment = { ["NO_COLOR"] = "1", ["TERM"] = "xterm-256color", ["COLUMNS"] = null },
    };
}
