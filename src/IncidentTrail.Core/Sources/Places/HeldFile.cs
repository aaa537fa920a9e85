namespace IncidentTrail.Sources.Places;

/// <summary>
/// A file that somebody holds who lets nobody else open it: a log that is saved until it lies in its place, a file that a scanner
/// looks at. Most let go of it at once.
/// </summary>
internal static class HeldFile
{
    // Linux, macOS, Windows: somebody else has it open.
    private static readonly int[] s_inUse = [11, 35, unchecked((int)0x80070020)];

    /// <summary>True where this is why a file could not be opened.</summary>
    internal static bool Is(IOException e) => s_inUse.Contains(e.HResult);

    /// <summary>Opens a file, again and again for a moment while somebody holds it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="wait">Waits.</param>
    internal static T Outlast<T>(string path, Func<string, T> open, Action<TimeSpan> wait)
    {
        for (var left = EngineLimits.HeldFileTries; ; left--)
        {
            try
            {
                return open(path);
            }
            catch (IOException e) when (left > 1 && Is(e))
            {
                wait(EngineLimits.HeldFileWait);
            }
        }
    }
}
