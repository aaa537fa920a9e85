namespace IncidentTrail.Incidents.Linking;

/// <summary>Work on incidents of which none touches another's: on all processors, where there are enough of them.</summary>
internal static class ManyIncidents
{
    // A few are done before another thread has begun.
    private const int WorthThreads = 32;

    internal static void Each(int count, Action<int> work)
    {
        if (count >= WorthThreads)
        {
            Parallel.For(0, count, work);
            return;
        }
        for (var i = 0; i < count; i++)
            work(i);
    }
}
