using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using IncidentTrail.Shell.Terminal;

namespace IncidentTrail.Shell.Hosting;

/// <summary>
/// One line at the bottom of the terminal that says how far the work is. Drawn with a carriage return and blanks only,
/// on standard error, and not at all where that is redirected.
/// </summary>
internal sealed class ProgressLine(OutputChannel channel, bool isShown, Func<int> width)
{
    private static readonly TimeSpan RedrawInterval = TimeSpan.FromMilliseconds(200);

    private readonly Lock _drawing = new();
    private readonly Stopwatch _sinceDrawn = new();
    private int _drawnCells;

    /// <summary>Shows a record, unless one was shown a moment ago.</summary>
    public void Show(ProgressRecord record)
    {
        if (!isShown)
            return;

        lock (_drawing)
        {
            if (record.RecordType == ProgressRecordType.Completed)
            {
                Clear();
                return;
            }

            if (_sinceDrawn.IsRunning && _sinceDrawn.Elapsed < RedrawInterval)
                return;

            var text = Fit(Describe(record), width() - 1);
            var cells = CellWidth.Of(text);
            channel.Draw($"\r{text}{new string(' ', Math.Max(0, _drawnCells - cells))}\r");
            _drawnCells = cells;
            _sinceDrawn.Restart();
        }
    }

    /// <summary>Takes the line away, before anything else is written.</summary>
    public void Clear()
    {
        lock (_drawing)
        {
            if (_drawnCells == 0)
                return;
            channel.Draw($"\r{new string(' ', _drawnCells)}\r");
            _drawnCells = 0;
        }
    }

    private static string Describe(ProgressRecord record)
    {
        var percentage = record.PercentComplete >= 0
            ? string.Create(CultureInfo.InvariantCulture, $" [{record.PercentComplete}%]")
            : "";
        var operation = string.IsNullOrWhiteSpace(record.CurrentOperation) ? "" : $" {record.CurrentOperation}";
        return $"{record.Activity}: {record.StatusDescription}{percentage}{operation}".ReplaceLineEndings(" ");
    }

    private static string Fit(string text, int cells)
    {
        var info = new StringInfo(text);
        var count = info.LengthInTextElements;
        while (count > 0 && CellWidth.Of(text) > cells)
            text = info.SubstringByTextElements(0, --count);
        return text;
    }
}
