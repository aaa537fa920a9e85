using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sources.Files;

/// <summary>
/// Logs of CloudTrail's below a folder that are opened as they are found, where they will be read at once: what is open tells its
/// size and time for less than its path does. Not for several threads at once; those that nobody took are closed at the end.
/// </summary>
internal sealed class OpenedLogs : IDisposable
{
    private readonly Queue<OpenedLog> _ahead = new();

    /// <summary>Opens a log; null where that is left to whoever reads it: it is none, is empty or no file, or enough are open.</summary>
    internal OpenedLog? Open(in WalkedFile found)
    {
        while (_ahead.TryPeek(out var first) && first.IsTaken)
            _ahead.Dequeue();
        if (_ahead.Count >= EngineLimits.LogsOpenedAhead || !LogName.TryParse(found.Name, out _) || LinuxFile.TryOpen(found.Path) is not { } file)
            return null;
        try
        {
            // What holds something is no pipe.
            if (RandomAccess.GetLength(file) is var size and > 0)
            {
                var log = TrailLogLocation.FromPath(found.Place, found.Path, found.Name, size, File.GetLastWriteTimeUtc(file));
                if (log.IsDelivered)
                {
                    var opened = new OpenedLog(log, file);
                    _ahead.Enqueue(opened);
                    return opened;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // A pipe has no length. Of others whoever opens them again says what is wrong with them.
        }
        file.Dispose();
        return null;
    }

    public void Dispose()
    {
        foreach (var opened in _ahead)
            opened.Take()?.Dispose();
        _ahead.Clear();
    }
}
