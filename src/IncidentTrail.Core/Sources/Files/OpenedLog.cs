using Microsoft.Win32.SafeHandles;

namespace IncidentTrail.Sources.Files;

/// <summary>A log that was opened as it was found.</summary>
/// <param name="log">The log.</param>
/// <param name="file">Its file.</param>
/// <param name="budget">What it took room of, until its file is taken.</param>
internal sealed class OpenedLog(TrailLog log, SafeFileHandle file, OpenBudget budget)
{
    private SafeFileHandle? _file = file;

    /// <summary>What its place and its file tell of it.</summary>
    internal TrailLog Log => log;

    /// <summary>True where its file is another's by now.</summary>
    internal bool IsTaken => _file is null;

    /// <summary>Its file, for whoever asks first, who closes it; null for others.</summary>
    internal SafeFileHandle? Take()
    {
        var taken = Interlocked.Exchange(ref _file, null);
        if (taken is not null)
            budget.Return();
        return taken;
    }
}
