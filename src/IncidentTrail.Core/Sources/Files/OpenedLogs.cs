using IncidentTrail.Sources.Names;
using Microsoft.Win32.SafeHandles;

namespace IncidentTrail.Sources.Files;

/// <summary>
/// Logs of CloudTrail's below a folder that are opened as they are found, where they will be read at once: what is open tells its
/// size and time for less than its path does. Not for several threads at once; those that nobody took are closed at the end.
/// </summary>
/// <param name="budget">How many may be open at once.</param>
internal sealed class OpenedLogs(OpenBudget budget) : IDisposable
{
    private readonly Queue<OpenedLog> _ahead = new();

    /// <summary>Opens a log; null where that is left to whoever reads it: it is none, is empty or no file, or enough are open.</summary>
    internal OpenedLog? Open(in WalkedFile found)
    {
        while (_ahead.TryPeek(out var first) && first.IsTaken)
            _ahead.Dequeue();
        if (!LogName.TryParse(found.Name, out _) || !budget.TryTake())
            return null;
        if (LinuxFile.TryOpen(found.Path) is { } file)
        {
            if (Told(found, file) is { } log)
            {
                var opened = new OpenedLog(log, file, budget);
                _ahead.Enqueue(opened);
                return opened;
            }
            file.Dispose();
        }
        budget.Return();
        return null;
    }

    public void Dispose()
    {
        foreach (var opened in _ahead)
            opened.Take()?.Dispose();
        _ahead.Clear();
    }

    /// <summary>What a log's place and file tell of it; null where it is none that was delivered, is empty or no file.</summary>
    private static TrailLog? Told(in WalkedFile found, SafeFileHandle file)
    {
        try
        {
            // What holds something is no pipe.
            if (RandomAccess.GetLength(file) is not (var size and > 0))
                return null;
            var log = TrailLogLocation.FromPath(found.Place, found.Path, found.Name, size, File.GetLastWriteTimeUtc(file));
            return log.IsDelivered ? log : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // A pipe has no length. Of others whoever opens them again says what is wrong with them.
            return null;
        }
    }
}
