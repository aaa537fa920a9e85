namespace IncidentTrail.Sources.Files;

/// <summary>
/// Files that may be open before they are read, by all readings of a process together: where a process may have few, whatever else
/// it opens would find none left, and logs would fail that can be read.
/// </summary>
/// <param name="most">So many at once.</param>
internal sealed class OpenBudget(int most)
{
    private const string Limit = "Max open files";

    // What a shell with its modules, their libraries and connections has open.
    private const int ForOthers = 512;

    private int _open;

    internal static OpenBudget OfProcess { get; } = new(Math.Clamp((MostOpen() - ForOthers) / 4, 0, EngineLimits.LogsOpenedAhead));

    /// <summary>Takes room for one file; false where there is none.</summary>
    internal bool TryTake()
    {
        if (Interlocked.Increment(ref _open) <= most)
            return true;
        Return();
        return false;
    }

    /// <summary>Gives back what one file took.</summary>
    internal void Return() => Interlocked.Decrement(ref _open);

    /// <summary>Files that the system lets this process have open at once; 0 where it does not say.</summary>
    private static int MostOpen()
    {
        try
        {
            // A name, what holds now, and up to where the process may raise it.
            var line = File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith(Limit, StringComparison.Ordinal));
            var now = line?[Limit.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            return now == "unlimited" ? int.MaxValue : int.TryParse(now, out var most) ? most : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
