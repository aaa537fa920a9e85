using System.Diagnostics;
using System.Reflection;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>Runs the built shell as a process of its own, all three streams redirected.</summary>
internal static class ShellProcess
{
    private const int PatienceInMilliseconds = 120_000;

    private static readonly string Assembly = Path.Combine(
        Metadata("RepositoryRoot"), "src", "IncidentTrail.Shell", "bin", Configuration(), "net10.0", "IncidentTrail.Shell.dll");

    /// <summary>Runs a text.</summary>
    public static ShellRun Run(params string[] arguments) => RunWithInput("", arguments);

    /// <summary>Runs a text, or without one the statements of the input.</summary>
    public static ShellRun RunWithInput(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var exitCode = ExitCodeOf(process);
        return new ShellRun(exitCode, output.Result, error.Result);
    }

    /// <summary>Starts the shell.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        start.Environment.Remove("COLUMNS");
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end; a process that does not end is killed and fails the test.</summary>
    public static int ExitCodeOf(Process process)
    {
        if (process.WaitForExit(PatienceInMilliseconds))
            return process.ExitCode;

        process.Kill(entireProcessTree: true);
        throw new TimeoutException("The shell did not end.");
    }

    private static string Metadata(string key) => typeof(ShellProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == key).Value!;

    private static string Configuration() =>
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
