namespace IncidentTrail.Incidents.Calls;

/// <summary>Finds a place in what is in order of time.</summary>
internal static class TimeOrder
{
    /// <summary>How many of the first are so, where none behind the first that is not is so.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="isBefore">Whether the one of a number is so.</param>
    internal static int CountUntil(int count, Predicate<int> isBefore)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBefore(middle))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
