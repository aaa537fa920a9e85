using System.Management.Automation;
using IncidentTrail.Shell.Hosting;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Module.Tests.Shell;

public sealed class ProgressLineTests
{
    private readonly StringWriter _written = new();

    [Fact]
    public void A_record_is_drawn_and_taken_away_without_escape_codes()
    {
        var progress = Line(isShown: true);

        progress.Show(new ProgressRecord(1, "Reading", "a.gz") { PercentComplete = 5 });
        progress.Clear();

        Assert.Equal($"\rReading: a.gz [5%]\r\r{new string(' ', 18)}\r", _written.ToString());
    }

    [Fact]
    public void A_record_that_follows_at_once_is_not_drawn()
    {
        var progress = Line(isShown: true);

        progress.Show(new ProgressRecord(1, "Reading", "a"));
        progress.Show(new ProgressRecord(1, "Reading", "b"));

        Assert.Equal("\rReading: a\r", _written.ToString());
    }

    [Fact]
    public void A_long_record_is_cut_to_the_terminals_width()
    {
        Line(isShown: true).Show(new ProgressRecord(1, "日本語日本語日本語日本語", "status"));

        Assert.Equal("\r日本語日本語日本語\r", _written.ToString());
    }

    [Fact]
    public void Nothing_is_drawn_where_nobody_sees_it()
    {
        Line(isShown: false).Show(new ProgressRecord(1, "Reading", "a"));

        Assert.Empty(_written.ToString());
    }

    private ProgressLine Line(bool isShown) =>
        new(new OutputChannel(_written, isTerminal: true, takesEscapes: false, () => false), isShown, () => 20);
}
