using System.Diagnostics;

namespace IncidentTrail.Module.Tests.Shell;

/// <summary>What runs without an end is ended from outside.</summary>
public sealed class EndingTests
{
    [UnixFact]
    public void A_reader_that_goes_away_ends_the_pipeline_quietly()
    {
        using var shell = ShellProcess.Start("while ($true) { 'line' }");
        var error = shell.StandardError.ReadToEndAsync();

        Assert.Equal("line", shell.StandardOutput.ReadLine());
        shell.StandardOutput.Close();

        Assert.Equal(0, ShellProcess.ExitCodeOf(shell));
        Assert.Empty(error.Result);
    }

    [InterruptFact]
    public void An_interrupt_stops_the_pipeline_quietly()
    {
        using var shell = ShellProcess.Start("'started'; while ($true) { }");
        var error = shell.StandardError.ReadToEndAsync();

        Assert.Equal("started", shell.StandardOutput.ReadLine());
        Process.Start("sh", ["-c", $"kill -INT {shell.Id}"]).WaitForExit();

        Assert.Equal(130, ShellProcess.ExitCodeOf(shell));
        Assert.Empty(error.Result);
    }
}
