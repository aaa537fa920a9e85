using IncidentTrail.PowerShell.Running;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>What is shown of long work stays no longer than it runs.</summary>
public sealed class PacedProgressTests
{
    private readonly RecordedCmdlet _cmdlet = new();

    [Fact]
    public void What_a_stopped_cmdlet_showed_is_taken_away_at_its_end()
    {
        using (var run = new CmdletRun(_cmdlet))
            ShowOnce(new PacedProgress(run, "Testing"));

        Assert.Equal(["Processing half", "cleared Completed"], _cmdlet.Shown);
    }

    [Fact]
    public void What_was_taken_away_is_not_taken_away_again()
    {
        using (var run = new CmdletRun(_cmdlet))
        {
            var progress = new PacedProgress(run, "Testing");
            ShowOnce(progress);
            progress.Hide();
        }

        Assert.Equal(["Processing half", "Completed done"], _cmdlet.Shown);
    }

    [Fact]
    public void Of_what_was_never_shown_nothing_is_taken_away()
    {
        using (var run = new CmdletRun(_cmdlet))
            new PacedProgress(run, "Testing").Hide();

        Assert.Empty(_cmdlet.Shown);
    }

    // It is not shown in the first moment.
    private static void ShowOnce(PacedProgress progress)
    {
        var isShown = false;
        while (!isShown)
        {
            Thread.Yield();
            progress.Show(() =>
            {
                isShown = true;
                return ("half", 50, null);
            });
        }
    }
}
